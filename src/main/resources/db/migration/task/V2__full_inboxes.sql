-- An inbox begins with the most urgent and counts up to ten thousand rows: from the index alone,
-- without a look at each row
create index task_waiting on task (order_at, id) include (roles, place, claimed_by) where ended_at is null;
create index task_by_opening on task (opened_at, id) include (roles, place, claimed_by) where ended_at is null;
drop index task_by_due;
