package dev.remit.notifications.outbound;

import java.util.Map;

/**
 * What a receiver answered.
 *
 * @param body the beginning of it, as text
 * @param cut whether there was more, or the rest did not come in time
 */
public record OutboundAnswer(int status, Map<String, String> fields, String body, boolean cut) {}
