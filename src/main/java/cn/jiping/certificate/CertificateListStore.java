package cn.jiping.certificate;

import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.function.Consumer;

interface CertificateListStore {
    Slice<CertificateRow> list(Scope scope, CertificateFilter filter, Paging paging);

    void export(Scope scope, CertificateFilter filter, Consumer<CertificateRow> each);

    /** Whole certificates, at most so many. */
    List<Certificate> listWhole(Scope scope, CertificateFilter filter, int most);

    List<CertificateRow> listOf(Scope scope, PersonId person);

    List<PassedResult.Session> listSessions(Scope scope);

    /** Cities and counties. */
    List<Locality> listPlaces(Scope scope);
}
