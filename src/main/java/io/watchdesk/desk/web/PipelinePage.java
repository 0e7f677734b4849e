package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.OpenWork;
import io.watchdesk.platform.People;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits where, for whom, since when. */
@Controller
@OnPage("pipeline")
class PipelinePage {

    private static final int ON_PAGE = 50;
    private static final int MOST_PAGES = 10_000;

    private final OpenWork work;
    private final People people;
    private final DeskRights rights;

    PipelinePage(OpenWork work, People people, DeskRights rights) {
        this.work = work;
        this.people = people;
        this.rights = rights;
    }

    /** Empty filters mean any, because that is what a form sends. */
    @GetMapping("/desk/pipeline")
    String pipeline(
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int number = Math.min(Math.max(page, 1), MOST_PAGES);
        List<OpenWork.Step> steps = work.steps();
        OpenWork.Page found = found(group, step, late, (number - 1) * ON_PAGE, steps);
        model.addAttribute("tasks", Tasks.shown(found.tasks(), people));
        model.addAttribute("total", found.total());
        model.addAttribute("steps", steps);
        model.addAttribute("load", work.load());
        model.addAttribute(
                "waiting", steps.stream().mapToLong(OpenWork.Step::waiting).sum());
        model.addAttribute("late", steps.stream().mapToLong(OpenWork.Step::late).sum());
        model.addAttribute(
                "everything", rights.administrator() || !rights.watched().isEmpty());
        model.addAttribute("group", group);
        model.addAttribute("step", step);
        model.addAttribute("lateOnly", late);
        model.addAttribute("page", number);
        model.addAttribute("pages", Math.max(1, (found.total() + ON_PAGE - 1) / ON_PAGE));
        return "desk/pipeline";
    }

    /** Without a group the steps tell the total already. */
    private OpenWork.Page found(String group, String step, boolean late, int offset, List<OpenWork.Step> steps) {
        OpenWork.Wish wish =
                new OpenWork.Wish(group.isBlank() ? null : group, step.isBlank() ? null : step, null, late);
        if (wish.group() != null) {
            return work.page(wish, offset, ON_PAGE);
        }
        long total = steps.stream()
                .filter(each -> wish.element() == null || wish.element().equals(each.element()))
                .mapToLong(each -> late ? each.late() : each.waiting())
                .sum();
        return new OpenWork.Page(work.tasks(wish, offset, ON_PAGE), total);
    }
}
