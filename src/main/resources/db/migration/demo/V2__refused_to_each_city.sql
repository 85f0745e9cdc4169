-- what the office of each city is refused is kept for each of them
alter table demo.happening drop constraint happening_pkey;
alter table demo.happening add primary key (actor, what, city);
