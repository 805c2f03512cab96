package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.Mail;
import dev.remit.stack.demo.RemitApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** What is wrong once none waits: what did not arrive, came again as something else, or was not written to each quote's approver. */
    public static List<String> faults(RemitApi api, List<Mail> arrived) {
        List<String> faults = new ArrayList<>();
        Map<String, List<Mail>> byId = new HashMap<>();
        arrived.forEach(mail ->
                byId.computeIfAbsent(id(mail), none -> new ArrayList<>()).add(mail));
        Map<String, Integer> written = new TreeMap<>();
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
                written.merge(text(mail, "recipientName"), 1, Integer::sum);
            }
        }
        Map<String, Integer> told = new TreeMap<>();
        WebhookProof.told(api, 0).stream()
                .filter(item -> text(item, "type").equals(QUOTE_SENT))
                .forEach(item -> told.merge(item.at("/data/quote/approver").asText(), 1, Integer::sum));
        if (!written.equals(told)) {
            faults.add("quotes told by approver: " + told + ", written about: " + written);
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
