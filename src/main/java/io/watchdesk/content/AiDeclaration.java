package io.watchdesk.content;

/** Whether AI generated the content; must be declared in China since 2025-09-01 (design/content.md, section 7). */
public enum AiDeclaration {
    YES,
    PARTLY,
    NO
}
