package dev.remit.engines.scope;

import static dev.remit.engines.scope.Catalogue.category;
import static dev.remit.engines.scope.Catalogue.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.scope.RulingCases.Judgement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices, surcharges, volumes and conditions of a rule, as a document writes them and as they judge work. */
class RuleTermsTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 15);

    private static ScopeRule read(String members) {
        return Json.read(
                Json.parse(
                        ("{\"clause\":\"4.3\"," + members.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8)),
                ScopeRule.class);
    }

    private static ScopeRule rule(String members) {
        return read(members).under(MinorUnits.of("USD"), SINCE, code -> "moves");
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'treatment':'EXTRA','price':{'kind':'FIXED','amount':'4500'}                           | EXTRA for 4500.00 USD
        'treatment':'EXTRA','price':{'kind':'PER_UNIT','amount':'15.00','unit':'device'}       | EXTRA for 15.00 USD for each device
        'treatment':'EXTRA','price':{'kind':'PER_UNIT','amount':'15.00'},'workType':'REMOTE'   | EXTRA for 15.00 USD for each unit as REMOTE
        'treatment':'EXTRA','price':{'kind':'HOURLY'}                                          | EXTRA
        'treatment':'INCLUDED','surcharge':{'kind':'CALL_OUT','amount':'90'}                   | INCLUDED with a call-out of 90.00 USD
        'treatment':'INCLUDED','surcharge':{'kind':'MULTIPLIER'}                               | INCLUDED with the surcharge of the rate card
        'treatment':'INCLUDED','includedVolume':{'count':2,'period':'YEAR'}                    | 2 INCLUDED a year, then EXTRA
        'treatment':'EXTRA','includedVolume':{'count':8,'unit':'HOUR','period':'QUARTER','of':'CATEGORY','carry':true} | 8 hours INCLUDED a quarter of the category (what is left goes into the next), then EXTRA
        'treatment':'EXTRA','includedVolume':{'count':3,'unit':'VISIT','period':'TERM'},'price':{'kind':'FIXED','amount':'90'} | 3 visits INCLUDED for the term, then EXTRA for 90.00 USD
        """)
    void aRuleReadsAsItIsWritten(String members, String words) {
        assertEquals(words, rule("'item':'desk-move'," + members).terms().words());
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'treatment':'INCLUDED','price':{'kind':'FIXED','amount':'4500'}                          | price
        'treatment':'EXTRA','price':{'kind':'FIXED'}                                             | price.amount
        'treatment':'EXTRA','price':{'kind':'HOURLY','amount':'4500'}                            | price.amount
        'treatment':'EXTRA','price':{'kind':'FIXED','amount':'45','unit':'device'}               | price.unit
        'treatment':'EXTRA','price':{'kind':'FIXED','amount':'0'}                                | price.amount
        'treatment':'EXTRA','price':{'kind':'FIXED','amount':'45','currency':'EUR'}              | price.currency
        'treatment':'EXTRA','price':{'kind':'FIXED','amount':'45','currency':'XXY'}              | price.currency
        'treatment':'EXTRA','surcharge':{'kind':'CALL_OUT','amount':'90'}                        | surcharge
        'treatment':'INCLUDED','surcharge':{'kind':'CALL_OUT'}                                   | surcharge.amount
        'treatment':'INCLUDED','surcharge':{'kind':'MULTIPLIER','amount':'90'}                   | surcharge.amount
        'treatment':'INCLUDED','includedVolume':{'count':2,'period':'TERM','carry':true}         | includedVolume.carry
        'treatment':'INCLUDED','includedVolume':{'count':2,'period':'YEAR'},'when':{'places':['ONSITE']} | includedVolume
        'treatment':'INCLUDED','includedVolume':{'count':2,'unit':'HOUR','period':'YEAR'},'when':{'places':['NOWHERE']} | when.places[0]
        """)
    void whatDoesNotGoTogetherIsRefused(String members, String path) {
        assertEquals(
                path,
                assertThrows(InvalidInput.class, () -> rule("'item':'desk-move'," + members))
                        .path());
    }

    @Test
    void anAmountWithoutARateCardNeedsACurrency() {
        String members = "'item':'desk-move','treatment':'EXTRA','price':{'kind':'FIXED','amount':'45'}";
        ScopeRule rule = read(members);
        assertEquals(
                "price.currency",
                assertThrows(InvalidInput.class, () -> rule.under(null, SINCE, code -> null))
                        .path());
        ScopeRule inEuro = read(members.replace("'45'", "'45','currency':'EUR'"));
        assertEquals(
                "45.00 EUR",
                inEuro.under(null, SINCE, code -> null).terms().price().money().toString());
    }

    @ParameterizedTest(name = "{0} from {1}: {2} after {3} here and {4} before, in {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
        'count':2,'period':'MONTH'                | 2026-05-20 | INCLUDED | 1 | 9 | 2026-05-01
        'count':2,'period':'MONTH'                | 2026-05-20 | EXTRA    | 2 | 0 | 2026-05-01
        'count':2,'period':'MONTH','carry':true   | 2026-05-20 | INCLUDED | 3 | 0 | 2026-05-01
        'count':2,'period':'MONTH','carry':true   | 2026-05-20 | EXTRA    | 3 | 1 | 2026-05-01
        'count':2,'period':'MONTH','carry':true   | 2026-05-20 | EXTRA    | 2 | 5 | 2026-05-01
        'count':2,'period':'MONTH','carry':true   | 2026-03-20 | EXTRA    | 2 | 0 | 2026-03-01
        'count':2,'period':'QUARTER','carry':true | 2026-04-01 | INCLUDED | 3 | 0 | 2026-04-01
        'count':2,'period':'TERM'                 | 2026-12-31 | EXTRA    | 2 | 0 | 2026-03-15
        """)
    void whatIsLeftOfAPeriodGoesIntoTheNext(
            String volume, LocalDate day, Verdict verdict, long here, long before, LocalDate from) {
        ScopeRule rule = rule("'item':'desk-move','treatment':'INCLUDED','includedVolume':{" + volume + "}");
        UsedVolume used = key -> key.from().equals(from) ? here : before;
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(rule),
                WorkItemFacts.on(day).itemCode("desk-move").build(),
                used);
        assertEquals(verdict, ruling.verdict());
        assertEquals(from, ruling.volume().key().from());
        UsedVolume asItWas =
                key -> ruling.cases().usedBefore(key, day).orElseThrow(() -> new AssertionError("not looked at"));
        assertEquals(
                ruling.cases(),
                Catalogue.rule(
                                Catalogue.scope(rule),
                                WorkItemFacts.on(day).itemCode("desk-move").build(),
                                asItWas)
                        .cases());
    }

    @Test
    void aVolumeOfACategoryIsOneForAllOfItsItems() {
        ScopeRule ofCategory =
                rule("'category':'accounts','treatment':'INCLUDED','includedVolume':" + "{'count':2,'period':'YEAR'}");
        VolumeKey key = Catalogue.rule(Catalogue.scope(ofCategory), Catalogue.of("new-user"), UsedVolume.NONE)
                .volume()
                .key();
        assertEquals(
                new VolumeKey(VolumeUnit.TICKET, null, "accounts", VolumePeriod.YEAR, LocalDate.of(2026, 1, 1)), key);
    }

    @ParameterizedTest(name = "{0} of work{1}: {2}")
    @CsvSource({"VISIT, false, INCLUDED", "VISIT, true, EXTRA", "HOUR, false, INCLUDED", "HOUR, true, EXTRA"})
    void visitsAndHoursAreCountedWhereTheWorkIs(String unit, boolean beyond, Verdict verdict) {
        ScopeRule rule = rule("'item':'desk-move','treatment':'INCLUDED','includedVolume':{'count':2,'unit':'" + unit
                + "','period':'YEAR'}");
        Ruling ruling = Catalogue.rule(Catalogue.scope(rule), Catalogue.of("desk-move"), key -> {
            throw new AssertionError("counted by the work");
        });
        assertEquals(Verdict.INCLUDED, ruling.verdict());
        assertTrue(ruling.reasons().contains("counted where the work is recorded"), ruling.reasons());
        RulingCases stored = Json.read(
                Json.parse(CanonicalJson.bytes(Map.of("cases", ruling.cases()))).path("cases"), RulingCases.class);
        Judgement judgement = stored.judge(new PieceOfWork(Band.WEEKEND, null, null, null, beyond));
        assertEquals(verdict, judgement.verdict());
        assertEquals(beyond, judgement.approvalRequired());
    }

    @ParameterizedTest(name = "asked by {0} <{1}>: {2}")
    @CsvSource(nullValues = "-", textBlock = """
        -,           -,                      SILENT
        Ann Crane,   -,                      EXTRA
        ann crane,   ann@other.example,      EXTRA
        A. Crane,    Partner@Firm.example,   EXTRA
        Bob,         bob@firm.example,       SILENT
        """)
    void aRuleSpeaksOfWhatItsRequestersAskFor(String name, String email, Verdict verdict) {
        ScopeRule rule = rule("'item':'desk-move','treatment':'EXTRA',"
                + "'when':{'requesters':['partner@firm.example','Ann Crane']}");
        assertEquals(
                verdict,
                Catalogue.rule(
                                Catalogue.scope(rule),
                                Catalogue.facts()
                                        .itemCode("desk-move")
                                        .requester(Requester.of(name, email))
                                        .build(),
                                UsedVolume.NONE)
                        .verdict());
    }

    @Test
    void anAddressAndANameMayBeOnePerson() {
        ScopeRule byAddress = rule("'item':'desk-move','treatment':'EXTRA','when':{'requesters':['a@firm.example']}");
        ScopeRule byName = rule("'item':'desk-move','treatment':'INCLUDED','when':{'requesters':['Ann Crane']}");
        ScopeRule other = rule("'item':'desk-move','treatment':'INCLUDED','when':{'requesters':['b@firm.example']}");
        assertEquals(1, Catalogue.scope(byAddress, byName).conflicts().size());
        assertEquals(0, Catalogue.scope(byAddress, other).conflicts().size());
    }

    @Test
    void workAtAPlaceThatIsNotKnownMeetsNoConditionOnPlaces() {
        ScopeRule onSite = rule("'item':'desk-move','treatment':'EXTRA','when':{'places':['ONSITE']}");
        ScopeRule included = ScopeRule.of("3.1", item("desk-move"), Treatment.INCLUDED);
        ScopeRule moves = ScopeRule.of("5.1", category("moves"), Treatment.EXCLUDED);
        RulingCases cases = Catalogue.rule(
                        Catalogue.scope(onSite, included, moves), Catalogue.of("desk-move"), UsedVolume.NONE)
                .cases();
        assertEquals(Verdict.INCLUDED, cases.judge(PieceOfWork.UNKNOWN).verdict());
        assertEquals(
                Verdict.INCLUDED,
                cases.judge(new PieceOfWork(null, null, null, Place.REMOTE, false))
                        .verdict());
        assertEquals(
                Verdict.EXTRA,
                cases.judge(new PieceOfWork(null, null, null, Place.ONSITE, false))
                        .verdict());
        assertEquals(
                "on site or remotely",
                new WorkConditions(null, null, null, Set.of(Place.REMOTE, Place.ONSITE)).words());
    }
}
