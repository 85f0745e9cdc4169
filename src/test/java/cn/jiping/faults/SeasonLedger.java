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
        all.putAll(registered());
        all.putAll(examined());
        all.putAll(proved());
        all.putAll(told());
        return all;
    }

    private static Map<String, String> registered() {
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
                "settlements",
                """
                select concat_ws('|', city, persons, amount, status, declared_by, received_by)
                from payment.settlement order by 1
                """);
        return all;
    }

    private static Map<String, String> examined() {
        var all = new LinkedHashMap<String, String>();
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
                "attendance",
                """
                select concat_ws('|', e.name, e.city, e.occupation, a.sitting, a.state)
                from exam.attendance a join exam.examinee e
                    on e.session_id = a.session_id and e.id = a.examinee_id order by 1
                """);
        all.put(
                "sittings",
                """
                select concat_ws('|', city, sitting, count(*), count(closed_at))
                from exam.room_sitting group by session_id, city, sitting order by 1
                """);
        all.put(
                "incidents",
                """
                select concat_ws('|', i.city, i.sitting, i.kind, i.about, i.what, i.done,
                    i.corrects is not null,
                    (select string_agg(concat(p.name, p.handling, p.voids), ',' order by p.name)
                        from exam.incident_person p
                        where p.session_id = i.session_id and p.incident_id = i.id))
                from exam.incident i order by 1
                """);
        all.put(
                "packets",
                """
                select concat_ws('|', city, sitting, step, count(*), sum(sheets))
                from exam.packet group by session_id, city, sitting, step order by 1
                """);
        all.put(
                "packet steps",
                """
                select concat_ws('|', city, step, count(*), sum(sheets))
                from exam.packet_step group by session_id, city, step order by 1
                """);
        all.put(
                "groups",
                """
                select concat_ws('|', city, occupation, level, candidates, status, round,
                    proposed_city, proposed_day, proposed_reason, returned_reason,
                    decided_city, decided_day, decided_reason, decided_by)
                from exam.small_group order by 1
                """);
        all.put(
                "moved",
                """
                select concat_ws('|', e.name, c.home_city, c.city, c.day, c.reason, c.withdraw_until)
                from exam.changed_exam c join exam.examinee e
                    on e.session_id = c.session_id and e.id = c.examinee_id order by 1
                """);
        all.put(
                "practicals",
                """
                select concat_ws('|', city, occupation, level, sitting, site_name, day, report_at,
                    note, reason)
                from exam.practical_arrangement order by 1
                """);
        all.put(
                "dues",
                """
                select concat_ws('|', city, what, opened_at is not null, due_on, met_at is not null)
                from exam.city_due order by 1
                """);
        all.put(
                "reports",
                """
                select concat_ws('|', r.city, r.due_on, r.status, r.round, r.assessors,
                    r.reopened_reason,
                    (select string_agg(concat(c.round, c.late, c.confirmed_by), ',' order by c.round)
                        from exam.city_report_copy c
                        where c.session_id = r.session_id and c.city = r.city))
                from exam.city_report r order by 1
                """);
        return all;
    }

    private static Map<String, String> proved() {
        var all = new LinkedHashMap<String, String>();
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
        return all;
    }

    private static Map<String, String> told() {
        var all = new LinkedHashMap<String, String>();
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
