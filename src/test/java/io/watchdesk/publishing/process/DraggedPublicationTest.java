package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.watchdesk.desk.calendar.DeskCalendar;
import io.watchdesk.desk.calendar.Mark;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.PublicationMoves;
import io.watchdesk.review.Approvals;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A publisher takes a publication with the mouse and puts it on another day; what is refused goes back to its place. */
@Tag("browser")
class DraggedPublicationTest extends PublicationWorld {

    private static final double PATIENCE = 30_000;
    private static final int STEPS = 12;
    /** Milliseconds; whoever drops a post is asked at once. */
    private static final double UNTIL_AGAIN = 5_000;

    private static final int MOST_TRIES = 3;

    @Autowired
    private PublicationMoves moves;

    @Autowired
    private Approvals approvals;

    @Autowired
    private DeskCalendar calendar;

    private Page page;

    @Test
    void a_publication_is_dragged_to_another_day_or_goes_back_with_the_reason() {
        Publication dragged = waiting("2030-01-16T09:40");
        Publication other = waiting("2030-01-17T09:40");
        Publication unapproved = waiting("2030-01-22T11:20");
        as("rita", () -> approvals.voidApproval(unapproved.pieceId(), "The figures are wrong."));

        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 1280, 1000, port, "paul", "en")) {
            calendar(session);

            drags(dragged, "2030-01-18", Dialog::dismiss);
            standsOn(dragged, "2030-01-16", "whoever says no changes nothing");

            drags(dragged, "2030-01-17", Dialog::accept);
            says("%s (%s) goes out on Newsroom at 2030-01-17T09:40 already. Choose another time."
                    .formatted(other.id(), other.pieceId()));
            standsOn(dragged, "2030-01-16", "the moment is taken");

            drags(dragged, "2030-01-04", Dialog::accept);
            says("2030-01-04T09:40 (Asia/Shanghai) is over for Newsroom. Choose a time in the future.");
            standsOn(dragged, "2030-01-16", "the day is over");

            drags(unapproved, "2030-01-23", Dialog::accept);
            says(unapproved.id() + " cannot be moved, because it needs a new approval first.");
            standsOn(unapproved, "2030-01-22", "nobody has approved it");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "desk", "calendar-refused.png")));

            drags(dragged, "2030-01-24", Dialog::accept);
            says("It was moved.");
            standsOn(dragged, "2030-01-24", "it was moved at its time of day");
            assertThat(local(dragged)).isEqualTo("2030-01-24T09:40");
            assertThat(local(other)).isEqualTo("2030-01-17T09:40");
            assertThat(local(unapproved)).isEqualTo("2030-01-22T11:20");
        }
    }

    @Test
    void several_publications_are_moved_at_once_on_a_phone_in_chinese() {
        Publication first = waiting("2030-01-09T09:50");
        Publication second = waiting("2030-01-10T09:50");
        Publication left = waiting("2030-01-10T11:50");

        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 390, 844, port, "paul", "zh")) {
            calendar(session);
            event(first).first().waitFor();
            page.locator("#many-open").click();
            Locator dialog = page.locator("#many");
            Locator boxes = dialog.locator("#many-marks input");
            dialog.locator("#many-all").check();
            assertThat(boxes.all()).hasSizeGreaterThan(2).allMatch(Locator::isChecked);
            dialog.locator("#many-all").uncheck();
            assertThat(boxes.all()).noneMatch(Locator::isChecked);
            dialog.locator("button.wd-main").click();
            PlaywrightAssertions.assertThat(dialog.locator("#many-problem")).hasText("没有可执行的内容：请先选择。");

            dialog.locator("input[value='%s']".formatted(second.id())).check();
            dialog.locator("input[value='%s']".formatted(first.id())).check();
            dialog.locator("#many-days").fill("1");
            dialog.locator("#many-reason").fill("摄影棚延误 <b>两天</b>");
            fits("#many", "calendar-many-zh-phone");
            dialog.locator("button.wd-main").click();
            PlaywrightAssertions.assertThat(dialog).isHidden();
            PlaywrightAssertions.assertThat(page.locator("#problem")).containsText("正在逐条改期，查看进度：W-");
            page.locator("#problem a").click();
            PlaywrightAssertions.assertThat(page.locator("#work .wd-badge").first())
                    .hasText("已完成", new HasTextOptions().setTimeout(PATIENCE));
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("2 / 2");
            fits("main", "calendar-many-done-zh-phone");
        }
        assertThat(List.of(local(first), local(second), local(left)))
                .as("each a day later, though the second stood in the way of the first; what was not chosen stays")
                .containsExactly("2030-01-10T09:50", "2030-01-11T09:50", "2030-01-10T11:50");
    }

    private void fits(String part, String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "desk", picture + ".png"))
                .setFullPage(true));
        Barriers.none(page, part);
        assertThat((Integer) page.locator(part).evaluate("box => box.scrollWidth - box.clientWidth"))
                .as("pixels of %s that stick out on a phone", part)
                .isLessThanOrEqualTo(0);
    }

    @Test
    void a_post_is_to_be_evaluated_on_the_days_of_its_account_after_it_went_out() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        slotComes();

        assertThat(evaluations("newsroom"))
                .filteredOn(mark -> mark.pieceId().equals(publication.pieceId()))
                .extracting(mark -> mark.start().toLocalDate() + " " + mark.state())
                .containsExactly("2030-01-10 3", "2030-01-14 7", "2030-02-06 30");
        assertThat(evaluations("weibo")).noneMatch(mark -> mark.pieceId().equals(publication.pieceId()));
    }

    private List<Mark> evaluations(String account) {
        return calendar.between(
                        LocalDate.of(2030, 1, 1),
                        LocalDate.of(2030, 3, 1),
                        account,
                        Set.of(Mark.Kind.EVALUATION),
                        Locale.ENGLISH)
                .marks();
    }

    @Test
    void who_is_no_publisher_takes_nothing_with_the_mouse() {
        Publication still = waiting("2030-01-16T10:10");
        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 1280, 1000, port, "max", "zh")) {
            calendar(session);
            page.onceDialog(Dialog::accept);
            drag(still, "2030-01-18");
            standsOn(still, "2030-01-16", "a manager moves nothing");
            assertThat(page.locator("#many-open").count()).isZero();
        }
        assertThat(local(still)).isEqualTo("2030-01-16T10:10");
    }

    private Publication waiting(String local) {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        as("paul", () -> moves.move(publication.id(), local, ""));
        jobsRun();
        return publication;
    }

    private void calendar(BrowserContext session) {
        page = session.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate("http://localhost:%d/desk/calendar".formatted(port));
        for (String kind : List.of("HOLIDAY", "DEADLINE", "EVALUATION", "LICENCE", "HOLD")) {
            page.locator("[name=kind][value=%s]".formatted(kind)).uncheck();
        }
        page.selectOption("#account", "newsroom");
        page.selectOption("#state", "PLANNED");
    }

    private Locator event(Publication publication) {
        return page.locator("[data-mark='%s']".formatted(publication.id()));
    }

    private Locator day(String date) {
        return page.locator("td[data-date='%s']".formatted(date));
    }

    /** Until the page asks: the calendar may draw itself anew between finding the post and taking it. */
    private void drags(Publication publication, String to, Consumer<Dialog> answer) {
        AtomicBoolean asked = new AtomicBoolean();
        page.onceDialog(dialog -> {
            asked.set(true);
            answer.accept(dialog);
        });
        for (int tries = 1; !asked.get(); tries++) {
            drag(publication, to);
            try {
                page.waitForCondition(asked::get, new Page.WaitForConditionOptions().setTimeout(UNTIL_AGAIN));
            } catch (TimeoutError missed) {
                assertThat(tries)
                        .as("tries to drag %s to %s", publication.id(), to)
                        .isLessThan(MOST_TRIES);
            }
        }
    }

    private void drag(Publication publication, String to) {
        event(publication).hover();
        Mouse mouse = page.mouse();
        BoundingBox target = day(to).boundingBox();
        mouse.down();
        mouse.move(target.x + target.width / 2, target.y + target.height / 2, new Mouse.MoveOptions().setSteps(STEPS));
        mouse.up();
    }

    private void says(String sentence) {
        PlaywrightAssertions.assertThat(page.locator("#problem"))
                .containsText(sentence, new ContainsTextOptions().setTimeout(PATIENCE));
    }

    private void standsOn(Publication publication, String date, String why) {
        Locator there = day(date).locator("[data-mark='%s']".formatted(publication.id()));
        PlaywrightAssertions.assertThat(there).hasCount(1);
        // While it goes back, a picture of it is on its way, too.
        PlaywrightAssertions.assertThat(event(publication)).hasCount(1);
        assertThat(there.isVisible()).as(why).isTrue();
    }

    private String local(Publication publication) {
        return ledger.get(publication.id()).slot().local().toString();
    }
}
