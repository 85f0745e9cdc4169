-- 收费的场次与城市: what lists are filtered by, so that no list reads every order for it
create table payment.session_city (
    session_id    uuid not null,
    city          text not null,
    session_title text not null,
    city_name     text not null,
    primary key (session_id, city)
);
insert into payment.session_city (session_id, city, session_title, city_name)
select session_id, city, min(session_title), min(city_name)
from payment.payment_order group by session_id, city;
