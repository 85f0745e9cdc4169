package cn.jiping.web;

import cn.jiping.shared.Actor;

/** 未读通知: how many messages the actor has not read; implemented by the module that keeps them. */
public interface UnreadNotices {
    long unread(Actor actor);
}
