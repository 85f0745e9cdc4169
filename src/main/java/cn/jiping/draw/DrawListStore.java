package cn.jiping.draw;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.function.Consumer;

/** 抽取列表: the rows of draws that people look through. */
interface DrawListStore {
    Slice<DrawRow> list(Scope scope, DrawFilter filter, Paging paging);

    void export(Scope scope, DrawFilter filter, Consumer<DrawRow> each);
}
