package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.watchdesk.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Draws every model as people see it; the pictures in {@code target/models} are made to be looked at. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelPicturesTest {

    private static final Path PICTURES = Path.of("target", "models");
    private static final String VIEWER = "bpmn-js@18.31.1";
    private static final long PATIENCE_IN_MINUTES = 3;
    private static final String SHOW = """
            async xml => {
              const viewer = new BpmnJS({container: '#canvas'});
              const {warnings} = await viewer.importXML(xml);
              const box = viewer.get('canvas').viewbox().inner;
              const canvas = document.getElementById('canvas');
              canvas.style.width = Math.ceil(box.width + 40) + 'px';
              canvas.style.height = Math.ceil(box.height + 90) + 'px';
              viewer.get('canvas').resized();
              viewer.get('canvas').viewbox({x: box.x - 20, y: box.y - 20, width: box.width + 40, height: box.height + 90});
              return warnings.map(warning => warning.message);
            }
            """;

    @Test
    void every_model_can_be_drawn_without_a_warning() throws Exception {
        Path script = viewer();
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(2400, 1300)) {
            for (ProcessModel model : Models.in(Path.of(""), null).processes()) {
                Page page = session.newPage();
                page.setContent(
                        "<body style='margin:0;background:white'><div id='canvas' style='width:2000px;height:1000px'></div>");
                page.addScriptTag(new Page.AddScriptTagOptions().setPath(script));

                Object warnings = page.evaluate(SHOW, Files.readString(model.path()));

                page.locator("#canvas")
                        .screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(model.name() + ".png")));
                assertThat(warnings).as(model.file()).isEqualTo(List.of());
            }
        }
    }

    /** The viewer that Cockpit uses as well, from the npm registry, once for each clean build directory. */
    private static Path viewer() throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        Path script = PICTURES.resolve("node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");
        if (!Files.exists(script)) {
            assumeTrue(
                    succeeds(
                            "npm", "install", "--no-save", "--ignore-scripts", "--prefix", PICTURES.toString(), VIEWER),
                    "npm cannot fetch %s on this machine".formatted(VIEWER));
        }
        return script;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(PICTURES.resolve("npm.txt").toFile())
                    .start();
            return process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException noNpm) {
            return false;
        }
    }
}
