package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.Mail;
import dev.remit.stack.demo.RemitApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what a mail server took against what was to be written. */
public final class MailProof {
    private static final String QUOTE_SENT = "quote.sent";

    private MailProof() {}

    /** The mails about quotes that still wait to be sent. */
    public static List<String> waiting(RemitApi api) {
        return log(api).stream()
                .filter(mail -> text(mail, "kind").equals(QUOTE_SENT)
                        && text(mail, "state").equals("WAITING"))
                .map(mail -> text(mail, "id"))
                .toList();
    }

    /** What is wrong once none waits: what did not arrive, or came again as something else, and quotes of which somebody was told not once. */
    public static List<String> faults(RemitApi api, List<Mail> arrived) {
        List<String> faults = new ArrayList<>();
        Map<String, List<Mail>> byId = new HashMap<>();
        arrived.forEach(mail ->
                byId.computeIfAbsent(id(mail), none -> new ArrayList<>()).add(mail));
        Map<String, Integer> quotesTold = new HashMap<>();
        for (JsonNode mail : log(api)) {
            String id = text(mail, "id");
            List<Mail> copies = byId.getOrDefault(id, List.of());
            if (text(mail, "state").equals("FAILED") || text(mail, "state").equals("SENT") && copies.isEmpty()) {
                faults.add("did not arrive: " + mail);
            }
            if (copies.stream().map(Mail::text).distinct().count() > 1
                    || copies.stream().anyMatch(copy -> !copy.recipient().equals(text(mail, "recipientEmail")))) {
                faults.add("came again as something else: " + mail);
            }
            if (text(mail, "kind").equals(QUOTE_SENT)) {
                quotesTold.merge(text(mail, "recipientEmail"), 1, Integer::sum);
            }
        }
        long quotes = WebhookProof.told(api, 0).stream()
                .filter(told -> text(told, "type").equals(QUOTE_SENT))
                .count();
        quotesTold.forEach((who, times) -> {
            if (times != quotes) {
                faults.add(who + " was written to of " + times + " quotes of " + quotes);
            }
        });
        if (quotesTold.isEmpty() && quotes > 0) {
            faults.add("nobody was written to of " + quotes + " quotes");
        }
        return faults;
    }

    private static List<JsonNode> log(RemitApi api) {
        return Pages.all(api.as("owner"), "/api/notifications/v1/mails");
    }

    /** As the header field has it: {@code <id@domain>}. */
    private static String id(Mail mail) {
        return mail.fields().getOrDefault("message-id", "").replaceAll("^<|@.*", "");
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
