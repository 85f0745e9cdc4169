package cn.jiping.person;

import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 人员列表: persons whom a scope covers, as people look for them. */
interface PersonListStore {
    List<PersonView.Summary> search(Scope scope, Criteria criteria, Paging paging);

    long count(Scope scope, Criteria criteria);

    /** Those of the persons whom the scope covers. */
    List<PersonId> listVisible(Scope scope, Collection<PersonId> persons);

    /** What is looked for; null lists: not asked for. */
    record Criteria(
            String namePrefix,
            @Nullable List<String> documents,
            @Nullable List<String> contacts,
            PersonQuery.Sort sort) {}
}
