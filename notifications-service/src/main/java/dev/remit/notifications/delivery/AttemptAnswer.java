package dev.remit.notifications.delivery;

import java.util.Map;

/**
 * What was answered.
 *
 * @param fields of the header
 * @param body its beginning
 * @param cut whether there was more, or the rest did not come in time
 */
record AttemptAnswer(Map<String, String> fields, String body, boolean cut) {}
