-- 改期场次的编排待办: how many have ended, so that those who come later are a task of their own
alter table exam.city_exam add column tasks_ended int not null default 0;
