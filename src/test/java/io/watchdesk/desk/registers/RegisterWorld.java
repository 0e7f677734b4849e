package io.watchdesk.desk.registers;

import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.screening.WordLists;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.ListsBefore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file whose rights can be registered, and word lists and uploads as they were before the story. */
abstract class RegisterWorld extends ApplicationSpecification {

    @Autowired
    WordLists lists;

    @Autowired
    AssetRegister assets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Drafting drafting;

    ListsBefore listsBefore;

    @BeforeEach
    void remember() {
        listsBefore = new ListsBefore(lists, jdbc);
    }

    @AfterEach
    void takeListsBack() {
        listsBefore.comeBack();
        jdbc.sql("delete from register_import").update();
    }

    /** The id of a picture without rights, of a new piece. */
    String asset() {
        String piece = as(
                        "pia",
                        () -> drafting.open(new Brief(
                                "Cups",
                                Category.KNOWLEDGE,
                                "Everybody",
                                PoolTier.REGULAR,
                                Format.ARTICLE,
                                List.of("newsroom"),
                                null,
                                "")))
                .id();
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        return as("wei", () -> assets.add(piece, Asset.Kind.IMAGE, "cup.png", png, null))
                .id();
    }
}
