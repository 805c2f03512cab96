package dev.remit.notifications.delivery;

import java.util.Map;

/**
 * What was sent, beside the notification itself.
 *
 * @param fields of the header
 */
record AttemptRequest(String url, Map<String, String> fields) {}
