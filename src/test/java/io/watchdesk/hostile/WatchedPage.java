package io.watchdesk.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page of a browser in which everything is noticed that a payload could do. */
final class WatchedPage implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WATCH = """
            window.csp = [];
            document.addEventListener('securitypolicyviolation', (e) => csp.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));
            window.asking = 0; window.quietSince = Date.now();
            const asks = (on) => { asking += on; quietSince = Date.now(); };
            const ask = window.fetch;
            window.fetch = (...a) => { asks(1); return ask(...a).finally(() => asks(-1)); };
            const send = XMLHttpRequest.prototype.send;
            XMLHttpRequest.prototype.send = function (...a) {
              asks(1); this.addEventListener('loadend', () => asks(-1)); return send.apply(this, a);
            };""";

    private static final String FINDINGS = """
            () => {
              const acts = /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data):/i;
              const attributes = ['href', 'src', 'action', 'data', 'formaction', 'xlink:href'];
              const links = [...document.querySelectorAll('*')].flatMap((e) => attributes
                  .map((a) => e.getAttribute(a)).filter((v) => v && acts.test(v.replace(/[\\t\\n]/g, '')) && v.includes('pwned')));
              const values = [...document.querySelectorAll('input,textarea')].map((field) => field.value).join(' ');
              return {
                ran: window.pwned !== undefined,
                elements: [...document.querySelectorAll('[data-xss]')].map((e) => e.outerHTML.slice(0, 200)),
                links,
                workedOut: document.body.innerText.includes('90009'),
                csp: (window.csp ?? []).filter((v) => v.includes('inline') || v.includes('evil')),
                seen: new Set((document.body.innerText + values).match(/xss-\\d+/g) ?? []).size,
              };
            }""";

    private final Page page;
    private final List<String> trouble = new CopyOnWriteArrayList<>();
    private final List<String> scriptErrors = new CopyOnWriteArrayList<>();
    private int seen;

    WatchedPage(BrowserContext session) {
        session.addInitScript(WATCH);
        page = session.newPage();
        page.setDefaultTimeout(60_000);
        page.onDialog(dialog -> {
            trouble.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(scriptErrors::add);
        page.onRequest(request -> {
            String url = request.url().replaceAll("[|{}\\[\\]\"<>`^\\\\ ]", "_");
            String host = URI.create(url).getHost();
            if (host != null && !host.equals("localhost")) {
                trouble.add("asked elsewhere: " + url);
            }
        });
    }

    Page page() {
        return page;
    }

    /** Waits until the page asks for nothing any more, looks, and answers how many payloads are seen as text. */
    int look(String name) {
        page.waitForFunction("() => (window.asking ?? 0) === 0 && Date.now() - (window.quietSince ?? 0) > 150");
        JsonNode findings = JSON.valueToTree(page.evaluate(FINDINGS));
        boolean clean = !findings.path("ran").asBoolean()
                && findings.path("elements").isEmpty()
                && findings.path("links").isEmpty()
                && !findings.path("workedOut").asBoolean()
                && findings.path("csp").isEmpty();
        if (!clean) {
            trouble.add(name + ": " + findings);
            page.evaluate("() => { delete window.pwned; if (window.csp) csp.length = 0; }");
        }
        seen += findings.path("seen").asInt();
        return findings.path("seen").asInt();
    }

    /** What payloads did; nothing is well. */
    List<String> trouble() {
        return trouble;
    }

    /** Errors of scripts, which may keep a page from showing what it would. */
    List<String> scriptErrors() {
        return scriptErrors;
    }

    /** How many payloads were seen as text so far. */
    int seen() {
        return seen;
    }

    @Override
    public void close() {
        page.close();
    }
}
