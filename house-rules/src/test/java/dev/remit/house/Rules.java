package dev.remit.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules, each written over a root package so that a deliberately broken house can be held against it too. */
final class Rules {

    private static final Set<String> SYSTEM_CLOCK_METHODS =
            Set.of("now", "systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMillis", "tickMinutes");

    /** Counters and locks under a tenant's row, claims of work, and documents that are known by their hash. */
    private static final Set<String> NATIVE_SQL = Set.of(
            "AgreementDateSweep",
            "InternalDocumentResource",
            "ExamplesCheck",
            "TenantRows",
            "KeycloakWork",
            "BatchParts",
            "FileParts",
            "BilledWork",
            "LineJournal",
            "FinancePositions",
            "ClientBook",
            "CutOffs",
            "CutOffSweep",
            "TicketChains",
            "DeliveryQueue",
            "DeliveryRanges",
            "DeliveryRetention",
            "NotificationRetention",
            "ReceiverHealth",
            "MailQueue",
            "MailRetention",
            "DigestSweep",
            "QuoteCatchUp",
            "QuoteExpiry");

    private static final String CONSISTENT_READ = "dev.remit.kit.sql.ConsistentRead";
    private static final String OPENAPI = "org.eclipse.microprofile.openapi.annotations";
    private static final List<String> RECORDINGS =
            List.of("dev.remit.kit.access.AccessRecorded", "dev.remit.kit.access.AccessUnrecorded");

    private Rules() {}

    /** The engines know the JDK's plain parts, JSON and themselves. */
    static ArchRule enginesArePure(String root) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + ".engines..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".engines..",
                        "com.fasterxml.jackson..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.text..",
                        "java.nio",
                        "java.nio.charset..",
                        "java.io..",
                        "java.security..")
                .because("an engine takes facts and returns a record");
    }

    /** An adapter knows JSON and itself. */
    static ArchRule adaptersArePlain(String root) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + ".psa..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + ".psa..", "com.fasterxml.jackson..", "java..", "javax.crypto..");
    }

    /** Services reach each other over REST alone. */
    static ArchRule servicesAreStrangers(String root) {
        return slices().matching(root + ".(contracts|tickets|billing|notifications|gateway)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    /** What all share knows none of them. */
    static ArchRule kitKnowsNoService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".kit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".contracts..",
                        root + ".tickets..",
                        root + ".billing..",
                        root + ".notifications..",
                        root + ".gateway..");
    }

    /** One place reads the wall clock, and one of the gateway, so that every other can be tested with a clock of its own. */
    static ArchRule wallClockLivesInTheKit(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".kit.time..", root + ".gateway.time..", root + ".stack..", root + ".bench..")
                .should()
                .accessTargetWhere(describe("it reads the wall clock", Rules::readsTheWallClock));
    }

    /** Native SQL is not filtered by tenant, so few may run it. Each of its statements is looked at by NativeSqlTest. */
    static ArchRule fewRunNativeSql(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(under(root, "contracts", "tickets", "billing", "notifications", "gateway"))
                .and()
                .resideOutsideOfPackage(root + ".tickets.sql..")
                .and(describe("are not known to", type -> !NATIVE_SQL.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".kit.sql.Sql")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .orShould()
                .callMethodWhere(describe("it makes a native query", call -> Set.of(
                                "createNativeQuery", "createNativeMutationQuery", "doWork", "doReturningWork")
                        .contains(call.getTarget().getName())));
    }

    /** What services say to each other is for the role of services, whatever the policy of the path says besides. */
    static ArchRule whatIsInternalIsForServices(String root) {
        return noMethods()
                .that(describe(
                        "are internal endpoints under " + root,
                        method -> !method.getOwner().isInterface()
                                && isUnder(method.getOwner(), root)
                                && isEndpoint(method)
                                && isInternal(method.getOwner())))
                .should(ArchConditions.be(
                        describe("open to others than services", (JavaMethod method) -> !List.of("service")
                                .equals(rolesOf(method)))))
                .because("a user's token must not read across tenants");
    }

    /** Whoever adds an operation that reads says whether its use is on record. */
    static ArchRule readsSayWhetherTheyAreOnRecord(String root) {
        return ArchRuleDefinition.methods()
                .that(describe(
                        "are operations under " + root + " that read",
                        method -> !method.getOwner().isInterface()
                                && isUnder(method.getOwner(), root)
                                && method.isAnnotatedWith("jakarta.ws.rs.GET")
                                && !isInternal(method.getOwner())))
                .should(ArchConditions.be(describe(
                        "marked as recorded or not, themselves or by their class",
                        (JavaMethod method) -> RECORDINGS.stream().anyMatch(mark -> isMarked(method, mark)))));
    }

    /** What reads sees all rows as they were at one moment, and what writes sees each as it is. */
    static ArchRule readsSeeOneMoment(String root) {
        return noMethods()
                .that(describe(
                        "are operations under " + root,
                        method -> !method.getOwner().isInterface()
                                && isUnder(method.getOwner(), root)
                                && isEndpoint(method)))
                .should(ArchConditions.be(describe(
                        "reading in a transaction for writers, or writing in one for readers",
                        (JavaMethod method) -> method.isAnnotatedWith("jakarta.ws.rs.GET")
                                ? isMarked(method, "jakarta.transaction.Transactional")
                                : method.isAnnotatedWith("jakarta.ws.rs.PUT") && isMarked(method, CONSISTENT_READ))))
                .because("an answer of several statements must not be one that never was");
    }

    private static boolean isMarked(JavaMethod method, String mark) {
        return method.isAnnotatedWith(mark) || method.getOwner().isAnnotatedWith(mark);
    }

    /** What is to be read of an operation stands in its method's Javadoc; an annotation names schemas that no type says. */
    static ArchRule operationsAreToldByJavadoc(String root) {
        return noMethods()
                .that(describe(
                        "are operations under " + root,
                        method -> isUnder(method.getOwner(), root) && isEndpoint(method)))
                .should(ArchConditions.be(describe("described by annotations", Rules::hasTextInAnnotations)));
    }

    /** Without it an answer takes whatever media type its caller asks for, in a text that nobody meant. */
    static ArchRule operationsSayWhatTheyProduce(String root) {
        return ArchRuleDefinition.methods()
                .that(describe(
                        "are operations under " + root + " that answer",
                        method -> isUnder(method.getOwner(), root)
                                && isEndpoint(method)
                                && !method.getOwner().isInterface()
                                && !method.getRawReturnType().getName().equals("void")))
                .should(ArchConditions.be(describe(
                        "marked with what they produce, themselves or by their class",
                        (JavaMethod method) -> method.isAnnotatedWith("jakarta.ws.rs.Produces")
                                || method.getOwner().isAnnotatedWith("jakarta.ws.rs.Produces"))));
    }

    private static boolean hasTextInAnnotations(JavaMethod method) {
        return Stream.concat(
                        method.getAnnotations().stream(),
                        method.getParameters().stream().flatMap(parameter -> parameter.getAnnotations().stream()))
                .filter(annotation -> annotation.getRawType().getPackageName().startsWith(OPENAPI))
                .flatMap(annotation -> Stream.of("summary", "description").map(annotation::get))
                .anyMatch(text -> text.filter(words -> !words.equals("")).isPresent());
    }

    private static boolean isInternal(JavaClass resource) {
        return resource.tryGetAnnotationOfType("jakarta.ws.rs.Path")
                .flatMap(path -> path.get("value"))
                .filter(value -> ((String) value).startsWith("/internal"))
                .isPresent();
    }

    private static List<Object> rolesOf(JavaMethod method) {
        return method.tryGetAnnotationOfType("jakarta.annotation.security.RolesAllowed")
                .flatMap(roles -> roles.get("value"))
                .map(value -> List.of((Object[]) value))
                .orElse(List.of());
    }

    /** What a caller sees is a view, never the row behind it. */
    static ArchRule resourcesShowNoEntity(String root) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(
                        describe("are resources under " + root, type -> isUnder(type, root) && isResource(type)))
                .should(new NameEntityInSignature())
                .because("a column must be free to change without the API");
    }

    /** Whoever adds an entity says whether its changes are on record. */
    static ArchRule entitiesSayWhetherTheyAreAudited(String root) {
        return ArchRuleDefinition.classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .and()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith("dev.remit.kit.audit.Audited")
                .orShould()
                .beAnnotatedWith("dev.remit.kit.audit.Unaudited");
    }

    /** Fractions of cents and seconds are exact or they are wrong. */
    static ArchRule noFloatingPointFields(String root, String... packages) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(under(root, packages))
                .should()
                .haveRawType(floatingPoint())
                .allowEmptyShould(true);
    }

    /** As {@link #noFloatingPointFields}, for what methods take and give. */
    static ArchRule noFloatingPointSignatures(String root, String... packages) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(under(root, packages))
                .should()
                .haveRawReturnType(floatingPoint())
                .orShould()
                .haveRawParameterTypes(describe(
                        "a floating-point parameter", types -> types.stream().anyMatch(floatingPoint())));
    }

    /** A package that needs its neighbour does not have the neighbour need it. */
    static ArchRule noCycles(String root, String module) {
        return slices().matching(root + "." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static String[] under(String root, String... packages) {
        return Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> floatingPoint() {
        return describe("floating point", type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getName()));
    }

    /** By a call, or by a reference that somebody else will call. */
    private static boolean readsTheWallClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        String name = target.getName();
        List<JavaClass> parameters = target.getRawParameterTypes();
        return switch (owner.getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Date" -> name.equals(CONSTRUCTOR_NAME) && parameters.isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.util.GregorianCalendar" ->
                name.equals("getInstance")
                        || (name.equals(CONSTRUCTOR_NAME) && parameters.stream().noneMatch(JavaClass::isPrimitive));
            default ->
                owner.getPackageName().equals("java.time")
                        && SYSTEM_CLOCK_METHODS.contains(name)
                        && parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(java.time.Clock.class));
        };
    }

    private static boolean isUnder(JavaClass type, String root) {
        return type.getPackageName().startsWith(root + ".");
    }

    static boolean isResource(JavaClass type) {
        return type.isAnnotatedWith("jakarta.ws.rs.Path")
                || type.getMethods().stream().anyMatch(Rules::isEndpoint);
    }

    static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod"));
    }

    static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith("jakarta.persistence.Entity")
                || type.isAnnotatedWith("jakarta.persistence.Embeddable");
    }

    /** With all that our own types among them are made of, so that an entity cannot hide behind a view, however deep. */
    static Stream<JavaClass> typesInSignature(JavaCodeUnit method) {
        Set<JavaClass> seen = new LinkedHashSet<>();
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .forEach(type -> walk(type, seen));
        return seen.stream();
    }

    private static void walk(JavaType type, Set<JavaClass> seen) {
        for (JavaClass involved : type.getAllInvolvedRawTypes()) {
            if (seen.add(involved) && involved.getPackageName().startsWith("dev.remit")) {
                involved.getAllFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .forEach(field -> walk(field.getType(), seen));
            }
        }
    }
}
