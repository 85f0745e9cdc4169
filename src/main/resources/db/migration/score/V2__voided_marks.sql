-- 违纪: no score, and not for being absent
alter table score.mark add column voided boolean not null default false;
