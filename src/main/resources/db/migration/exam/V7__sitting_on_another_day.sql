-- 改期: somebody whose examination was moved stays on the roster of the session they registered in, and
-- stands on that of the session they sit in; each row names the other
alter table exam.examinee add column moved_to uuid;
alter table exam.examinee add column moved_from uuid;
