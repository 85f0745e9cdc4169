package cn.jiping.architecture;

import cn.jiping.database.Migrations;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms of SQL that would keep the program on one machine, each with a sample that it must
 * catch.
 */
@SuppressWarnings("ImmutableEnumChecker") // patterns wrapped as predicates are immutable
enum ForbiddenSql {
    SEQUENCE(
            "ids are UUIDv7, serials come in blocks",
            "create sequence sample.number",
            matching("\\bsequence\\b|\\b(big|small)?serial\\b|\\bnextval\\b|\\bas identity\\b")),
    MAX_PLUS_ONE(
            "two writers would get the same number",
            "select coalesce(max(number), 0) + 1 from sample.certificate",
            matching("\\bmax\\s*\\([^)]*\\)(\\s*,\\s*\\d+\\s*\\))?\\s*\\+\\s*1")),
    DATABASE_TIME(
            "time comes from the application",
            """
            insert into sample.answer (id, seq) values (:id, :seq)
            on conflict (id) do update set seq = excluded.seq, at = now()
            """,
            matching(
                    "\\bnow\\s*\\(|\\bcurrent_(timestamp|date|time)\\b|\\b(clock|statement|transaction)_timestamp\\s*\\("
                            + "|\\blocaltime(stamp)?\\b")),
    TRIGGER(
            "triggers do not travel",
            "create trigger t before update on sample.case for each row execute function f()",
            matching("\\bcreate (or replace )?(constraint )?trigger\\b")),
    ROLLUP_OR_CUBE(
            "use UNION ALL or rollup tables",
            "select city, count(*) from sample.certificate group by rollup (city)",
            matching("\\b(rollup|cube)\\s*\\(|\\bgrouping sets\\b")),
    LOCK_ACROSS_KEYS(
            "FOR UPDATE names one key; SKIP LOCKED only on local queues",
            "select id from sample.seat where room = :room for update",
            sql -> locks(sql) && !byOneKey(sql) && !onLocalQueue(sql)),
    SKIP_LOCKED_ON_DATA(
            "SKIP LOCKED only on local queues",
            "select id from sample.seat where id = :id for update skip locked",
            sql -> sql.contains("skip locked") && !onLocalQueue(sql)),
    CROSS_SCHEMA(
            "a module reads its own tables only",
            "select p.name from sample.person p join other.account a on a.person_id = p.id",
            sql -> schemasOf(sql).size() > 1),
    CROSS_SCHEMA_KEY(
            "no foreign key into another schema",
            "create table sample.seat (id uuid, plan uuid references other.plan (id))",
            sql ->
                    group(sql, "create table (?:if not exists )?(\\w+)\\.")
                            .filter(own -> !references(sql).stream().allMatch(own::equals))
                            .isPresent()),
    UNQUALIFIED_TABLE(
            "a statement names the schema",
            "select id from person where id = :id",
            sql -> unqualified(sql)),
    KEY_UPDATE(
            "a key never changes",
            "update sample.seat set id = :new where id = :id",
            matching(
                    "\\bupdate \\w+\\.\\w+( as)?( \\w+)? set ([^;]*?, ?)?(id|plan_id|person_id|sitting_id|account_id) = ")),
    NEWER_THAN_15(
            "SQL stays within what PostgreSQL 15 accepts",
            "select uuidv7()",
            matching(
                    "\\buuidv[47]\\s*\\(|\\bjson_table\\b|\\bany_value\\s*\\(|\\bjson_query\\b|\\bjson_value\\b"
                            + "|\\bmerge\\b.*\\breturning\\b|\\breturning (old|new)\\.|\\bwithout overlaps\\b"
                            + "|\\bvirtual\\b|\\brandom_normal\\b|\\bxmltext\\b")),
    BUILT_FROM_TEXT(
            "values are bound, never pasted",
            "select id from sample.seat where name = '§name§'",
            matching("'[^']*§[^']*'|(=|like|in|values) *\\(? *§"));

    private static final Pattern SCHEMA =
            Pattern.compile(
                    "\\b(?:from|join|into|update|table|exists|only|on)\\s+(?:only\\s+)?(\\w+)\\.\\w+");
    private static final Pattern REFERENCES = Pattern.compile("\\breferences (\\w+)\\.");
    private static final Pattern COMMON_TABLE =
            Pattern.compile("\\b(\\w+)(?: \\([^)]*\\))? as (?:materialized )?\\(");
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?<!:)\\b(?:from|join|insert into|update|delete from)\\s+(?!lateral\\b)(?!jiping_app\\b)(?!public\\b)(?!set\\b)(?!only\\b)(?!skip\\b)(?!of\\b)(\\w+)(?![\\w.(]| \\()");

    private static final Set<String> SAMPLE_SCHEMAS = Set.of("sample", "other");

    /** Queues that stay beside the writer: outboxes and jobs. */
    private static final Set<String> LOCAL_QUEUES =
            Set.of("audit.pending", "notice.delivery", "platform.scheduled_tasks");

    private final String why;
    private final String sample;
    private final Predicate<String> catches;

    ForbiddenSql(String why, String sample, Predicate<String> catches) {
        this.why = why;
        this.sample = sample;
        this.catches = catches;
    }

    String why() {
        return why;
    }

    SqlText sample() {
        return new SqlText("sample", sample);
    }

    boolean catches(SqlText statement) {
        return catches.test(statement.folded());
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }

    private static boolean locks(String sql) {
        return Pattern.compile("\\bfor (no key )?update\\b").matcher(sql).find();
    }

    private static boolean byOneKey(String sql) {
        return Pattern.compile("\\b(\\w+\\.)?(id|\\w+_id|number|code) = :\\w+").matcher(sql).find()
                && !sql.contains(" join ");
    }

    private static boolean onLocalQueue(String sql) {
        return LOCAL_QUEUES.stream().anyMatch(sql::contains);
    }

    private static Set<String> schemasOf(String sql) {
        return SCHEMA.matcher(sql)
                .results()
                .map(match -> match.group(1))
                .filter(name ->
                        Migrations.modules().contains(name) || SAMPLE_SCHEMAS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> references(String sql) {
        return REFERENCES
                .matcher(sql)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean unqualified(String sql) {
        var own =
                COMMON_TABLE
                        .matcher(sql)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        return TABLE.matcher(
                        sql.replaceAll("'[^']*'", "''")
                                .replaceAll("do update set", "do set")
                                .replaceAll("for (no key )?update( of \\w+)?", "for lock")
                                .replaceAll("is (not )?distinct from \\S+", "is distinct")
                                .replaceAll(
                                        "extract \\(.*?\\)|extract\\(.*?\\)|substring\\(.*?\\)|trim\\(.*?\\)|overlay\\(.*?\\)",
                                        "f()"))
                .results()
                .map(match -> match.group(1))
                .anyMatch(table -> !own.contains(table) && !table.startsWith("pg_"));
    }

    private static Optional<String> group(String sql, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(sql);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
