package io.watchdesk.content;

/** What a piece is about (catalogue 39, 80, 81); decides who reviews it and when it goes out. */
public enum Category {
    PRODUCT,
    COMPANY_NEWS,
    INDUSTRY_NEWS,
    EVENT,
    KNOWLEDGE,
    ENTERTAINMENT
}
