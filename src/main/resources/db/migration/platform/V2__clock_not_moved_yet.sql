-- 业务时钟: null until it was moved for the first time
alter table platform.business_clock alter column ahead_millis drop not null;
update platform.business_clock set ahead_millis = null where id = 1 and ahead_millis = 0;
