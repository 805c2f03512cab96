package dev.remit.notifications.people;

import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.people.Logins;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;

/** Somebody of the MSP, or an approver with an account, as contracts-service last told of them. */
@Entity
@Unaudited("a copy of what contracts-service has")
public class Person {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String login;
    private String name;
    private String email;

    @Convert(converter = RolesColumn.class)
    private List<String> roles;

    private boolean active;
    private long revision;

    protected Person() {}

    Person(UUID id) {
        this.id = id;
        revision = -1;
    }

    UUID id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** Whether they are let in as that, and can be written to. */
    boolean isReachableAs(String role) {
        return active && email != null && !email.isBlank() && roles.contains(role);
    }

    boolean goesBy(String loginOrEmail) {
        return active && (Logins.same(login, loginOrEmail) || Logins.same(email, loginOrEmail));
    }

    /** Takes over what is told, unless something later is known. */
    void learn(PersonFacts facts) {
        if (facts.revision() > revision) {
            login = facts.login();
            name = Stream.of(facts.firstName(), facts.lastName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            email = facts.email();
            roles = facts.roles().stream().map(Person::asTokensNameIt).toList();
            active = facts.active();
            revision = facts.revision();
        }
    }

    private static String asTokensNameIt(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
