-- 补考: what was kept from before when the application was begun; null: nothing was to be considered
alter table registration.application add column resit_offered boolean;
alter table registration.application add column resit_kept text[];
alter table registration.application add column resit_open text[];
alter table registration.application add column resit_published_on date;
alter table registration.application add column resit_until date;
alter table registration.application add column resit_decision uuid;
create index application_resit on registration.application (session_id, city, submitted_at, id)
    where resit_offered;

-- 代报: at the counter of which county, who took the consent, to which text, and its scan
alter table registration.application add column county text;
alter table registration.application add column county_name text;
alter table registration.application add column consent_text text;
alter table registration.application add column consent_file uuid;
alter table registration.application add column consent_at timestamp with time zone;
alter table registration.application add column consent_by text;
alter table registration.application add column consent_account uuid;
alter table registration.application add column consent_person uuid;
create index application_county on registration.application (session_id, county, id)
    where county is not null;
