package dev.remit.notifications.mailchoices;

import dev.remit.kit.problem.Problem;
import dev.remit.notifications.mailkinds.MailKind;
import java.util.ArrayList;
import java.util.List;

/** The kinds of mail that a body names as unwanted. */
final class UnwantedKinds {
    private UnwantedKinds() {}

    /**
     * @param names null for none
     * @throws Problem validation, where a name is no kind's or that of a kind that is demanded
     */
    static List<MailKind> of(List<String> names) {
        List<MailKind> unwanted = new ArrayList<>();
        for (int i = 0; names != null && i < names.size(); i++) {
            String field = "switchedOff[" + i + "]";
            String name = names.get(i);
            MailKind kind = MailKind.named(name)
                    .orElseThrow(() -> Problem.invalid(field, "is no kind of mail: " + name, "unknown"));
            if (kind.isDemanded()) {
                throw Problem.invalid(field, "cannot be switched off: " + name, "demanded");
            }
            unwanted.add(kind);
        }
        return unwanted;
    }
}
