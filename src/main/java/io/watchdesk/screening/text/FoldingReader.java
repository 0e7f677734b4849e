package io.watchdesk.screening.text;

import io.watchdesk.screening.Reader;
import org.springframework.stereotype.Component;

/** Reads by folding. */
@Component
class FoldingReader implements Reader {

    @Override
    public String reading(String text) {
        return Folding.fold(text).reading();
    }
}
