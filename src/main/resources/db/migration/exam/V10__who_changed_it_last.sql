-- who changed 市考务, a 不足人数的组 or reopened a 市级上报 last, to be named to whoever saw it as it was before
alter table exam.city_exam add column changed_at timestamp with time zone;
alter table exam.city_exam add column changed_by text;
alter table exam.city_exam add column changed_account uuid;
alter table exam.city_exam add column changed_person uuid;
update exam.city_exam set changed_at = arranged_at, changed_by = arranged_by,
    changed_account = arranged_account, changed_person = arranged_person
where arranged_at is not null;

alter table exam.small_group add column changed_at timestamp with time zone;
alter table exam.small_group add column changed_by text;
alter table exam.small_group add column changed_account uuid;
alter table exam.small_group add column changed_person uuid;
update exam.small_group set changed_at = proposed_at, changed_by = proposed_by,
    changed_account = proposed_account, changed_person = proposed_person
where proposed_at is not null;
update exam.small_group set changed_at = decided_at, changed_by = decided_by,
    changed_account = decided_account, changed_person = decided_person
where decided_at is not null;

alter table exam.city_report add column reopened_at timestamp with time zone;
alter table exam.city_report add column reopened_by text;
alter table exam.city_report add column reopened_account uuid;
alter table exam.city_report add column reopened_person uuid;
