package io.watchdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks with axe-core for what keeps people with disabilities from using a page. */
public final class Barriers {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    /** Without loading style sheets once more: nothing that is asked for needs it, and it misses what one imports. */
    private static final String ASK = """
            async (part) => {
              const found = await axe.run(part, { resultTypes: ['violations'], preload: false });
              return found.violations
                .filter((each) => ['serious', 'critical'].includes(each.impact))
                .map((each) => `${each.id}: ${each.help}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
            }""";

    private Barriers() {}

    /** Fails when there is a serious barrier inside the elements of this selector. */
    public static void none(Page page, String selector) {
        assertThat(of(page, selector))
                .as("barriers in %s of %s", selector, page.url())
                .isEmpty();
    }

    /** The serious barriers inside the elements of this selector. */
    @SuppressWarnings("unchecked")
    public static List<String> of(Page page, String selector) {
        page.evaluate(axe());
        return (List<String>) page.evaluate(ASK, selector);
    }

    private static String axe() {
        try (InputStream script = Barriers.class.getResourceAsStream(AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
