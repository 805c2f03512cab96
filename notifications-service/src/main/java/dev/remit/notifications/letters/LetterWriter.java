package dev.remit.notifications.letters;

import dev.remit.kit.http.MoneyJson;
import dev.remit.notifications.letters.Letter.Fact;
import dev.remit.notifications.letters.Letter.Link;
import dev.remit.notifications.letters.Letter.Section;
import dev.remit.notifications.letters.MailMatter.DisabledSubscription;
import dev.remit.notifications.letters.Week.ClientWeek;
import dev.remit.notifications.letters.Week.Count;
import dev.remit.notifications.mailkinds.MailLanguage;
import dev.remit.notifications.notifications.AgreementWord;
import dev.remit.notifications.notifications.CapWord;
import dev.remit.notifications.notifications.ClockWord;
import dev.remit.notifications.notifications.QuoteWord;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** Says what there is to say to one reader. */
final class LetterWriter {
    private static final int LONGEST_SUBJECT = 200;

    private final MailMatter matter;
    private final LetterReader reader;
    private final MailTexts texts;
    private final LocalTimes times;

    private LetterWriter(MailMatter matter, LetterReader reader) {
        this.matter = matter;
        this.reader = reader;
        this.texts = texts(reader.language());
        this.times = new LocalTimes(reader.language(), reader.zone());
    }

    static MailTexts texts(MailLanguage language) {
        return MessageBundles.get(
                MailTexts.class, Localized.Literal.of(language.locale().getLanguage()));
    }

    static Letter write(MailMatter matter, LetterReader reader) {
        LetterWriter writer = new LetterWriter(matter, reader);
        return switch (matter.kind()) {
            case QUOTE_SENT -> writer.quoteSent(quote(matter));
            case QUOTE_REMINDER -> writer.quoteReminder(quote(matter));
            case QUOTE_DECIDED -> writer.quoteDecided(quote(matter));
            case CLOCK_WARNING -> writer.clockWarning(clock(matter));
            case CLOCK_ESCALATED -> writer.clockEscalated(clock(matter));
            case CLOCK_BREACHED -> writer.clockBreached(clock(matter));
            case CAP_NEAR -> writer.capNear(matter.told().data().cap());
            case AGREEMENT_PROPOSED -> writer.agreementProposed(agreement(matter));
            case REVIEWS_WAITING -> writer.reviewsWaiting();
            case AGREEMENT_SIGNED -> writer.agreementSigned(agreement(matter));
            case AGREEMENT_ENDING -> writer.agreementEnding(agreement(matter));
            case SUBSCRIPTION_DISABLED -> writer.subscriptionDisabled(matter.disabled());
            case WEEKLY_DIGEST -> writer.week(matter.week());
        };
    }

    private static QuoteWord quote(MailMatter matter) {
        return matter.told().data().quote();
    }

    private static ClockWord clock(MailMatter matter) {
        return matter.told().data().clock();
    }

    private static AgreementWord agreement(MailMatter matter) {
        return matter.told().data().agreement();
    }

    private Letter quoteSent(QuoteWord quote) {
        String until = times.instant(quote.expiresAt());
        return letter(
                texts.quoteSent(work()),
                List.of(texts.quoteSentText(reader.msp(), matter.client(), until), texts.quoteDeclining()),
                quoteFacts(quote));
    }

    private Letter quoteReminder(QuoteWord quote) {
        return letter(
                texts.quoteReminder(work(), times.instant(quote.expiresAt())),
                List.of(texts.quoteReminderText(matter.client()), texts.quoteDeclining()),
                quoteFacts(quote));
    }

    private List<Fact> quoteFacts(QuoteWord quote) {
        List<Fact> facts = ticketFacts();
        add(facts, texts.addressedTo(), quote.approver());
        if (quote.price() != null) {
            add(facts, texts.estimate(), money(quote.price().estimate()));
            add(facts, texts.atMost(), money(quote.price().cap()));
            add(facts, texts.atMostWithTax(), money(quote.price().capWithTax()));
        }
        add(facts, texts.sent(), times.instant(quote.sentAt()));
        add(facts, texts.decideUntil(), times.instant(quote.expiresAt()));
        return facts;
    }

    private Letter quoteDecided(QuoteWord quote) {
        List<Fact> facts = ticketFacts();
        add(facts, texts.decided(), times.instant(quote.decidedAt()));
        return switch (quote.status()) {
            case "APPROVED" ->
                letter(
                        texts.quoteApproved(work()),
                        List.of(texts.quoteApprovedText(quote.decidedBy(), matter.client())),
                        facts);
            case "DECLINED" ->
                letter(
                        texts.quoteDeclined(work()),
                        List.of(texts.quoteDeclinedText(quote.decidedBy(), matter.client())),
                        facts);
            default -> letter(texts.quoteExpired(work()), List.of(texts.quoteExpiredText(matter.client())), facts);
        };
    }

    private Letter clockWarning(ClockWord clock) {
        int percent = clock.percent() == null ? 0 : clock.percent();
        return letter(
                texts.clockWarning(ticketKey(), percent, clockName(clock)),
                List.of(texts.clockWarningText(clockName(clock), matter.client())),
                clockFacts(clock));
    }

    private Letter clockEscalated(ClockWord clock) {
        return letter(
                texts.clockEscalated(ticketKey(), clock.rule()),
                List.of(texts.clockEscalatedText(clockName(clock), matter.client())),
                clockFacts(clock));
    }

    private Letter clockBreached(ClockWord clock) {
        return letter(
                texts.clockBreached(ticketKey(), clockName(clock)),
                List.of(texts.clockBreachedText(clockName(clock), matter.client())),
                clockFacts(clock));
    }

    private List<Fact> clockFacts(ClockWord clock) {
        List<Fact> facts = ticketFacts();
        add(facts, texts.clock(), clockName(clock));
        add(facts, texts.due(), times.instant(clock.due()));
        return facts;
    }

    private String clockName(ClockWord clock) {
        return switch (clock.clock()) {
            case "RESPONSE" -> texts.clockResponse();
            case "PLAN" -> texts.clockPlan();
            case "UPDATE" -> texts.clockUpdate();
            case "RESOLUTION" -> texts.clockResolution();
            default -> clock.clock();
        };
    }

    private Letter capNear(CapWord cap) {
        List<Fact> facts = ticketFacts();
        add(facts, texts.approved(), money(cap.cap()));
        add(facts, texts.used(), money(cap.used()));
        add(facts, texts.technician(), cap.technician());
        return letter(
                texts.capNear(work(), cap.threshold()),
                List.of(texts.capNearText(matter.client()), texts.capText()),
                facts);
    }

    private String money(MoneyJson money) {
        if (money == null) {
            return null;
        }
        BigDecimal amount = new BigDecimal(money.amount());
        NumberFormat format = NumberFormat.getNumberInstance(reader.language().locale());
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount) + " " + money.currency();
    }

    private Letter reviewsWaiting() {
        return letter(texts.reviewsWaiting(matter.waiting()), List.of(texts.reviewsWaitingText()), List.of());
    }

    private Letter agreementProposed(AgreementWord agreement) {
        return letter(
                texts.agreementProposed(matter.client(), agreement.version()),
                List.of(texts.agreementProposedText(reader.msp(), times.date(agreement.effectiveFrom()))),
                agreementFacts(agreement));
    }

    private Letter agreementSigned(AgreementWord agreement) {
        return letter(
                texts.agreementSigned(matter.client(), agreement.version()),
                List.of(texts.agreementSignedText(times.date(agreement.effectiveFrom()))),
                agreementFacts(agreement));
    }

    private Letter agreementEnding(AgreementWord agreement) {
        if (agreement.date() == null) {
            return letter(
                    texts.agreementEnded(matter.client()),
                    List.of(texts.agreementEndedText(times.date(agreement.effectiveTo()))),
                    agreementFacts(agreement));
        }
        String which =
                switch (agreement.date()) {
                    case "NOTICE" -> texts.agreementNotice();
                    case "RENEWAL" -> texts.agreementRenewal();
                    default -> texts.agreementEnd();
                };
        List<Fact> facts = agreementFacts(agreement);
        add(facts, texts.date(), times.date(agreement.on()));
        return letter(
                texts.agreementAhead(matter.client(), which, times.date(agreement.on())),
                List.of(texts.agreementAheadText(matter.client())),
                facts);
    }

    private List<Fact> agreementFacts(AgreementWord agreement) {
        List<Fact> facts = new ArrayList<>();
        add(facts, texts.client(), matter.client());
        add(facts, texts.version(), Integer.toString(agreement.version()));
        return facts;
    }

    private Letter subscriptionDisabled(DisabledSubscription subscription) {
        List<Fact> facts = new ArrayList<>();
        add(facts, texts.failingSince(), times.instant(subscription.failingSince()));
        String text = subscription.failingSince() == null
                ? texts.subscriptionGoneText(subscription.url())
                : texts.subscriptionDisabledText(subscription.url());
        return letter(texts.subscriptionDisabled(host(subscription.url())), List.of(text), facts);
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? url : host;
    }

    private Letter week(Week week) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(texts.weekAll(), counts(week.counts())));
        for (ClientWeek client : week.clients()) {
            sections.add(new Section(client.name(), counts(client.counts())));
        }
        // The last day is the one before the first instant after it.
        String until = times.day(week.until().minusSeconds(1));
        return letterOf(texts.week(times.day(week.from()), until), List.of(texts.weekText()), sections);
    }

    private List<Fact> counts(List<Count> counts) {
        return counts.stream()
                .map(count -> new Fact(countName(count.type()), Long.toString(count.times())))
                .toList();
    }

    private String countName(String type) {
        return switch (type) {
            case "clock.breached" -> texts.countBreached();
            case "clock.warning" -> texts.countWarning();
            case "clock.met" -> texts.countMet();
            case "ticket.received" -> texts.countReceived();
            case "quote.sent" -> texts.countQuotesSent();
            case "quote.approved" -> texts.countQuotesApproved();
            case "quote.declined" -> texts.countQuotesDeclined();
            case "quote.expired" -> texts.countQuotesExpired();
            default -> type;
        };
    }

    /** What the work is called, or else its ticket. */
    private String work() {
        return matter.title() == null ? ticket() : "“" + matter.title() + "”";
    }

    private String ticket() {
        return texts.ticketKey(ticketKey());
    }

    private String ticketKey() {
        return matter.told().data().ticket().externalId();
    }

    private List<Fact> ticketFacts() {
        List<Fact> facts = new ArrayList<>();
        add(facts, texts.client(), matter.client());
        add(facts, texts.ticket(), ticketKey());
        add(facts, texts.work(), matter.title());
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }

    private Letter letter(String subject, List<String> paragraphs, List<Fact> facts) {
        return letterOf(subject, paragraphs, facts.isEmpty() ? List.of() : List.of(new Section(null, facts)));
    }

    private Letter letterOf(String subject, List<String> paragraphs, List<Section> sections) {
        List<String> footer = new ArrayList<>();
        footer.add(texts.footer(reader.msp()));
        if (matter.kind().isDemanded()) {
            footer.add(texts.demanded());
        }
        return new Letter(
                reader.language().locale().getLanguage(),
                oneLine(subject),
                paragraphs,
                sections,
                reader.link() == null ? null : new Link(texts.quoteOpen(), reader.link()),
                footer,
                reader.unsubscribe() == null ? null : new Link(texts.unsubscribe(), reader.unsubscribe()));
    }

    /** A line break would begin a header field that nobody meant. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }
}
