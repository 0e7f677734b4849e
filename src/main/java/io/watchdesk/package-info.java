/**
 * Watchdesk, room by room: {@code account} knows the public accounts, {@code content} what is written for them,
 * {@code screening} what a machine finds in it, {@code review} who approved which text, {@code publishing} what went out
 * where and when; {@code notification} tells people, {@code audit} remembers who did what, {@code work} carries out what
 * takes longer than a page may, and {@code platform} holds the little that all engine code shares.
 */
package io.watchdesk;
