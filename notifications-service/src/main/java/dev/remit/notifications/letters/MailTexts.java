package dev.remit.notifications.letters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word of a mail; other languages are in {@code messages/mail_*.properties}. */
@MessageBundle("mail")
public interface MailTexts {
    @Message("Quote for {what}: your decision is needed")
    String quoteSent(String what);

    @Message("{msp} has sent a quote for work at {client}. It can be decided until {until}.")
    String quoteSentText(String msp, String client, String until);

    @Message("If you decline, or nobody decides by then, the work is not done under this quote.")
    String quoteDeclining();

    @Message("Reminder: the quote for {what} can be decided until {until}")
    String quoteReminder(String what, String until);

    @Message("Nobody has decided the quote for work at {client} yet.")
    String quoteReminderText(String client);

    @Message("Open the quote")
    String quoteOpen();

    @Message("Quote for {what}: approved")
    String quoteApproved(String what);

    @Message("{who} has approved the quote for work at {client}.")
    String quoteApprovedText(String who, String client);

    @Message("Quote for {what}: declined")
    String quoteDeclined(String what);

    @Message("{who} has declined the quote for work at {client}.")
    String quoteDeclinedText(String who, String client);

    @Message("Quote for {what}: expired")
    String quoteExpired(String what);

    @Message("Nobody decided the quote for work at {client} in time.")
    String quoteExpiredText(String client);

    @Message("Ticket {ticket}: {percent} % of the time for the {clock} is over")
    String clockWarning(String ticket, int percent, String clock);

    @Message("The {clock} of a ticket of {client} is owed soon.")
    String clockWarningText(String clock, String client);

    @Message("Ticket {ticket} is escalated: {rule}")
    String clockEscalated(String ticket, String rule);

    @Message("The {clock} of a ticket of {client} has come to where a rule of yours has you told.")
    String clockEscalatedText(String clock, String client);

    @Message("Ticket {ticket}: the {clock} is late")
    String clockBreached(String ticket, String clock);

    @Message("The target for the {clock} of a ticket of {client} has been missed.")
    String clockBreachedText(String clock, String client);

    @Message("response")
    String clockResponse();

    @Message("plan")
    String clockPlan();

    @Message("update")
    String clockUpdate();

    @Message("resolution")
    String clockResolution();

    @Message("{percent} % of what was approved for {what} is used")
    String capNear(String what, int percent);

    @Message("Recorded work at {client} comes near what was approved for it, or has reached it.")
    String capNearText(String client);

    @Message("What goes beyond is held until more is approved.")
    String capText();

    @Message("Reviews that wait: {count}")
    String reviewsWaiting(long count);

    @Message("Something that a source sent, or a ruling whose facts have changed, waits for a decision.")
    String reviewsWaitingText();

    @Message("Agreement with {client}: version {version} is out for signature")
    String agreementProposed(String client, int version);

    @Message("{msp} has put it out for signature. It takes effect on {from} if both have signed before.")
    String agreementProposedText(String msp, String from);

    @Message("Agreement with {client}: version {version} is signed")
    String agreementSigned(String client, int version);

    @Message("Both parties have signed. It takes effect on {from}.")
    String agreementSignedText(String from);

    @Message("Agreement with {client}: {what} on {on}")
    String agreementAhead(String client, String what, String on);

    @Message("A date of the agreement with {client} comes near.")
    String agreementAheadText(String client);

    @Message("notice is possible until")
    String agreementNotice();

    @Message("renewal")
    String agreementRenewal();

    @Message("end")
    String agreementEnd();

    @Message("Agreement with {client} has been ended")
    String agreementEnded(String client);

    @Message("The first day without it is {on}.")
    String agreementEndedText(String on);

    @Message("Webhooks to {host} are switched off")
    String subscriptionDisabled(String host);

    @Message(
            "The receiver at {url} has done nothing but fail. What is to be told waits, and is sent in order when you resume the subscription.")
    String subscriptionDisabledText(String url);

    @Message(
            "The receiver at {url} has asked for nothing more. What is to be told waits, and is sent in order when you resume the subscription.")
    String subscriptionGoneText(String url);

    @Message("Your week from {from} to {until}")
    String week(String from, String until);

    @Message("What happened, missed targets first.")
    String weekText();

    @Message("All clients")
    String weekAll();

    @Message("Missed targets")
    String countBreached();

    @Message("Warnings before a target")
    String countWarning();

    @Message("Met targets")
    String countMet();

    @Message("Tickets received")
    String countReceived();

    @Message("Quotes sent")
    String countQuotesSent();

    @Message("Quotes approved")
    String countQuotesApproved();

    @Message("Quotes declined")
    String countQuotesDeclined();

    @Message("Quotes expired")
    String countQuotesExpired();

    @Message("Client")
    String client();

    @Message("Ticket")
    String ticket();

    @Message("Work")
    String work();

    @Message("Addressed to")
    String addressedTo();

    @Message("Sent")
    String sent();

    @Message("Estimate, before tax")
    String estimate();

    @Message("At most, before tax")
    String atMost();

    @Message("At most, with tax")
    String atMostWithTax();

    @Message("Decide until")
    String decideUntil();

    @Message("Decided")
    String decided();

    @Message("Approved")
    String approved();

    @Message("Used")
    String used();

    @Message("Technician")
    String technician();

    @Message("Due")
    String due();

    @Message("Clock")
    String clock();

    @Message("Failing since")
    String failingSince();

    @Message("Date")
    String date();

    @Message("Version")
    String version();

    @Message("ticket {key}")
    String ticketKey(String key);

    @Message("{msp} writes this by Remit.")
    String footer(String msp);

    @Message("This mail cannot be switched off.")
    String demanded();

    @Message("No more mail of this kind")
    String unsubscribe();

    @Message("You get no more mail of this kind. You can have it again in your settings.")
    String unsubscribed();

    @Message("Do you want no more mail of this kind?")
    String unsubscribeQuestion();
}
