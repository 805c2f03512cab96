package dev.remit.notifications.mail;

import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.mailchoices.ClientMailChoice;
import dev.remit.notifications.mailchoices.ClientMailChoices;
import dev.remit.notifications.mailchoices.MailChoice;
import dev.remit.notifications.mailchoices.MailChoices;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** What the recipient of a mail has chosen, and what the client has for whom they act. */
@ApplicationScoped
class Wishes {
    private final MailChoices choices;
    private final ClientMailChoices choicesOfClients;
    private final Clients clients;

    Wishes(MailChoices choices, ClientMailChoices choicesOfClients, Clients clients) {
        this.choices = choices;
        this.choicesOfClients = choicesOfClients;
        this.clients = clients;
    }

    /** @param client of whom the mail speaks; empty where it is no client's */
    Wish of(Mail mail, Optional<UUID> client) {
        String login = mail.recipientLogin();
        Optional<ClientMailChoice> ofClient = client.filter(id -> clients.people(id)
                        .filter(people -> people.include(login))
                        .isPresent())
                .flatMap(choicesOfClients::of);
        return new Wish(choices.of(login), ofClient);
    }

    /**
     * @param own empty where they have chosen nothing
     * @param ofClient empty where they act for no client, or it has chosen nothing
     */
    record Wish(Optional<MailChoice> own, Optional<ClientMailChoice> ofClient) {

        /** Why a kind of mail is not wanted; empty where it is. */
        Optional<String> against(MailKind kind) {
            if (own.filter(choice -> choice.isOff(kind)).isPresent()) {
                return Optional.of("The recipient wants none of this kind.");
            }
            return ofClient.filter(choice -> choice.isOff(kind)).map(choice -> "Their client wants none of this kind.");
        }

        Optional<MailLanguage> language() {
            return own.flatMap(MailChoice::language).or(() -> ofClient.flatMap(ClientMailChoice::language));
        }

        Optional<ZoneId> zone() {
            return own.flatMap(MailChoice::zone);
        }
    }
}
