package cn.jiping.catalog;

import cn.jiping.shared.Source;
import java.time.LocalDate;

/** 退出: from which day an occupation is out of the catalogue. */
public record Leaving(LocalDate exitedOn, Source source) {}
