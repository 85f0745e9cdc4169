-- 改期场次: a session for those of another whose examination was moved to a day of its own; offers and
-- windows are copied from that one, its cities are read there
alter table plan.session add column parent uuid;
drop index plan.session_code;
create unique index session_code on plan.session (jurisdiction, code)
    where status <> 'DISCARDED' and parent is null;
-- one for each day
create unique index session_on_another_day on plan.session (parent, exam_on) where parent is not null;
