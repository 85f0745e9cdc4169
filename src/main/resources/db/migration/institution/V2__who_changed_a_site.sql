-- who changed a 考点 last, to be named to whoever saw it as it was before
alter table institution.site add column changed_at timestamp with time zone;
alter table institution.site add column changed_by text;
alter table institution.site add column changed_account uuid;
alter table institution.site add column changed_person uuid;
