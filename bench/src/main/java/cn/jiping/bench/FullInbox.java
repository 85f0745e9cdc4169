package cn.jiping.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Many tasks in the inbox of the demo's clerk of the province, of his reviewers' counties and among
 * what has ended: copies of the tasks that the program itself opened at its start, spread over all
 * places of the province, due from three days ago to three months ahead.
 */
final class FullInbox {
    static final int WAITING = 100_000;
    static final int ENDED = 50_000;
    static final int OF_OTHERS = 100_000;

    private FullInbox() {}

    static void fill(Connection owner) throws SQLException {
        Postgres.execute(
                owner,
                """
                create temporary table place as
                select code, name, row_number() over (order by code) - 1 as number
                from (
                    select code, max(name) as name from territory.change
                    where kind = 'BEGAN' and code like '33%'
                      and code not in (select code from territory.change where kind = 'ENDED')
                    group by code
                ) begun
                """);
        copy(owner, "PROVINCE_CLERK", WAITING, false);
        copy(owner, "PROVINCE_CLERK", ENDED, true);
        copy(owner, "COUNTY_CLERK", OF_OTHERS, false);
        Postgres.execute(owner, "vacuum analyze task.task");
    }

    /** Every fourth one is in somebody's hand; alarms of what is late have sounded. */
    private static void copy(Connection owner, String role, int many, boolean ended)
            throws SQLException {
        Postgres.execute(
                owner,
                """
                insert into task.task
                select filled.*
                from (
                    select *, row_number() over (order by key) - 1 as number from task.task
                    where roles @> array['%1$s'] and key like 'demo/%%'
                ) numbered
                join generate_series(1, %2$d) n on n %% 4 = numbered.number
                join place on place.number = (n / 4) %% (select count(*) from place)
                join task.task original on original.id = numbered.id,
                lateral (
                    select original.opened_at + (n %% 9300) * interval '14 minutes' - interval '3 days' as due
                ) spread,
                lateral jsonb_populate_record(original, jsonb_build_object(
                    'id', uuidv7(),
                    'key', 'bench/%1$s/%3$s/' || n,
                    'title', original.title || '（第' || n || '号）',
                    'place', 'D' || place.code,
                    'place_name', place.name,
                    'opened_at', original.opened_at - (n %% 30) * interval '1 day' - (n %% 997) * interval '1 minute',
                    'due_at', due,
                    'order_at', due,
                    'next_at', case when due > original.opened_at and not %3$s then due end,
                    'status', case when %3$s then 'DONE' when n %% 4 = 0 then 'CLAIMED' else 'OPEN' end,
                    'claimed_by', case when n %% 4 = 0 then '019a0000-0000-7000-8000-00000000b001'::uuid end,
                    'claimed_name', case when n %% 4 = 0 then '演示' end,
                    'claimed_at', case when n %% 4 = 0 then original.opened_at end,
                    'ended_at', case when %3$s then original.opened_at - n * interval '1 minute' end,
                    'ended_by', case when %3$s then '演示' end,
                    'ended_reason', case when %3$s then '办完' end
                )) filled
                """
                        .formatted(role, many, ended));
    }
}
