package io.watchdesk.desk.registers.web;

import io.watchdesk.platform.ReadersLanguage;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of registers, fields and choices in the reader's language; pages call it by reflection. */
@Component
public class RegisterWords {

    private final MessageSource messages;
    private final ReadersLanguage language;

    RegisterWords(MessageSource messages, ReadersLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    /** What people call a register. */
    public String register(String register) {
        return said("registers.title." + register, register);
    }

    /** What a register is for, in a sentence or two. */
    public String about(String register) {
        return said("registers.about." + register, "");
    }

    /** Why a register is empty, and how something gets into it. */
    public String nothing(String register, boolean adds) {
        return said("registers.nothing." + register, said(adds ? "registers.nothingOwner" : "registers.nothing", ""));
    }

    /** What people call a field. */
    public String field(String register, String column) {
        return said("registers." + register + "." + column, said("registers.field." + column, column));
    }

    /** What is to be written into a field; empty where its name says enough. */
    public String hint(String register, String column) {
        return said("registers." + register + "." + column + ".hint", "");
    }

    /** What people call one of several words of a field; the word itself where it is a name. */
    public String choice(String register, String column, String choice) {
        return said("registers." + register + "." + column + "." + choice, said("registers.choice." + choice, choice));
    }

    /** A sentence of the rules. */
    public String sentence(String english) {
        return language.sentence(english);
    }

    private String said(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
