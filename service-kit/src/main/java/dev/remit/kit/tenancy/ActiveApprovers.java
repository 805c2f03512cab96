package dev.remit.kit.tenancy;

/** What a service knows of the people who act for a client. Each service has one, and without it none starts. */
public interface ActiveApprovers {

    /**
     * Whether an account is that of an active approver of a client of the present tenant. False for everything that is not
     * known, so that nobody is let in for want of news.
     *
     * @param clientCode as the token says
     * @param login as the token says; may be null
     * @param subject the account's id, as the token says; may be null
     */
    boolean include(String clientCode, String login, String subject);
}
