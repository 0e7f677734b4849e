package io.watchdesk.desk.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PieceList;
import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.item.ItemSheet;
import io.watchdesk.desk.item.ItemSheets;
import io.watchdesk.desk.item.WalkedModels;
import io.watchdesk.platform.OpenWork;
import io.watchdesk.platform.People;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pieces of content: the list to find one, and everything about one. */
@Controller
@OnPage("items")
class ItemsPage {

    private static final int ON_PAGE = 50;
    private static final int MOST_PAGES = 100_000;
    private static final int MOST_TASKS = 50;
    private static final int MOST_RUNS = 50;
    private static final List<String> TAKE_EVIDENCE = List.of("managers", "legal", "publishers");

    private final PieceList pieces;
    private final ItemSheets sheets;
    private final WalkedModels models;
    private final OpenWork work;
    private final Accounts accounts;
    private final People people;

    ItemsPage(
            PieceList pieces, ItemSheets sheets, WalkedModels models, OpenWork work, Accounts accounts, People people) {
        this.pieces = pieces;
        this.sheets = sheets;
        this.models = models;
        this.work = work;
        this.accounts = accounts;
        this.people = people;
    }

    @GetMapping("/desk/items")
    String items(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int number = Math.min(Math.max(page, 1), MOST_PAGES);
        Piece.Stage wanted = Stream.of(Piece.Stage.values())
                .filter(known -> known.name().equals(stage))
                .findFirst()
                .orElse(null);
        PieceList.Page found = pieces.find(text, wanted, (number - 1) * ON_PAGE, ON_PAGE);
        model.addAttribute("pieces", found.pieces());
        model.addAttribute("total", found.total());
        model.addAttribute("names", accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name)));
        model.addAttribute(
                "planners",
                found.pieces().stream()
                        .map(PieceList.Line::planner)
                        .distinct()
                        .collect(Collectors.toMap(id -> id, people::displayName)));
        model.addAttribute("stages", Piece.Stage.values());
        model.addAttribute("text", text);
        model.addAttribute("stage", wanted == null ? "" : wanted.name());
        model.addAttribute("page", number);
        model.addAttribute("pages", Math.max(1, (found.total() + ON_PAGE - 1) / ON_PAGE));
        return "desk/items";
    }

    @GetMapping("/desk/items/{pieceId}")
    String item(
            @PathVariable String pieceId,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer before,
            Model model,
            HttpServletResponse response) {
        // The viewer of models builds its frame from markup with styles.
        ContentPolicy.allowStyleAttributes(response);
        ItemSheet sheet = sheets.of(pieceId, version, before).orElseThrow(() -> new NotHere(null));
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "tasks", Tasks.shown(work.tasks(new OpenWork.Wish(null, null, pieceId, false), 0, MOST_TASKS), people));
        model.addAttribute("runs", models.runs(pieceId, MOST_RUNS));
        model.addAttribute("evidence", !Collections.disjoint(people.groupsOf(people.actor()), TAKE_EVIDENCE));
        return "desk/item";
    }
}
