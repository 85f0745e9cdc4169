package cn.jiping.faults;

import cn.jiping.database.DatabaseServer;
import cn.jiping.database.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a season has left in the tables, without ids, times and what chance chose. */
final class SeasonLedger {
    private static final Map<String, String> WHAT = what();

    private SeasonLedger() {}

    private static Map<String, String> what() {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "applications",
                """
                select concat_ws('|', person_name, city, occupation, level, status, condition,
                    (select count(*) from jsonb_object_keys(form -> 'materials')))
                from registration.application order by 1
                """);
        all.put(
                "reviews",
                """
                select concat_ws('|', a.person_name, r.number, r.stage, r.outcome, r.note, r.by,
                    (select string_agg(concat(g.fault, g.material), ',' order by g.place)
                        from registration.review_ground g
                        where g.application_id = a.id and g.number = r.number))
                from registration.review r join registration.application a
                    on a.session_id = r.session_id and a.id = r.application_id order by 1
                """);
        all.put(
                "orders",
                """
                select concat_ws('|', payer_name, city, amount, status, ended_reason,
                    (select count(*) from payment.receipt r where r.order_id = o.id),
                    (select count(*) from payment.refund r where r.order_id = o.id))
                from payment.payment_order o order by 1
                """);
        all.put(
                "ledger",
                """
                select concat_ws('|', account, city, movement, count(*), sum(amount))
                from payment.ledger_line group by account, city, movement order by 1
                """);
        all.put(
                "roster",
                """
                select concat_ws('|', e.name, e.city, e.occupation, array_to_string(
                        array(select unnest(e.subjects) order by 1), ','),
                    e.left_at is not null, s.examinee_id is not null)
                from exam.examinee e left join exam.seat s
                    on s.session_id = e.session_id and s.examinee_id = e.id order by 1
                """);
        all.put(
                "results",
                """
                select concat_ws('|', r.name, r.city, r.passed, array_to_string(r.open, ','),
                    (select string_agg(concat(m.subject, m.score), ',' order by m.subject)
                        from score.mark m
                        where m.session_id = r.session_id and m.examinee_id = r.examinee_id))
                from score.result r order by 1
                """);
        all.put(
                "certificates",
                """
                select concat_ws('|', holder_name, occupation, level, city, status, handed_to)
                from certificate.certificate order by 1
                """);
        all.put(
                "skills",
                """
                select concat_ws('|', kind, occupation, level, subject, since, until, count(*))
                from person.skill_entry
                group by kind, occupation, level, subject, since, until order by 1
                """);
        all.put(
                "tasks",
                """
                select concat_ws('|', kind, case when place like 'P%' then '' else place end, status,
                    count(*))
                from task.task
                group by kind, case when place like 'P%' then '' else place end, status order by 1
                """);
        all.put(
                "messages",
                """
                select concat_ws('|', template, count(*)) from notice.message
                where template <> 'task.due-soon' -- whether a job looked while a task was open
                group by template order by 1
                """);
        all.put(
                "acts",
                """
                select concat_ws('|', code, count(*)) from audit.act
                where code not like 'account.%' and code <> 'payment.attempt-begun'
                group by code order by 1
                """);
        all.put(
                "refused",
                "select concat_ws('|', actor, what, city, said) from demo.happening order by 1");
        return all;
    }

    static Map<String, List<String>> read(DatabaseServer server) throws SQLException {
        var read = new TreeMap<String, List<String>>();
        for (var one : WHAT.entrySet()) {
            read.put(one.getKey(), Sql.asApplication(server, one.getValue()));
        }
        return read;
    }
}
