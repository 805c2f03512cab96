package dev.remit.notifications.letters;

/**
 * A page on which a kind of mail is switched off, or was.
 *
 * @param button what switches it off; null where nothing is left to do
 */
public record ChoicePage(String language, String text, String button) {}
