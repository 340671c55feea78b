package org.krait.stdlib.interpreters;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.interpreters.PyChannelId.End;

/** The module {@code _xxinterpchannels}. */
@BuiltinModule(
    value = "_xxinterpchannels",
    types = {PyChannelId.class},
    doc =
        "This module provides primitive operations to manage Python interpreters.\n"
            + "The 'interpreters' module provides a more convenient interface.")
public final class ChannelsModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    for (PyType type :
        new PyType[] {
          ChannelErrors.ERROR, ChannelErrors.NOT_FOUND, ChannelErrors.CLOSED, ChannelErrors.EMPTY, ChannelErrors.NOT_EMPTY
        }) {
      dict.put(PyStr.interned(type.name().substring(type.name().lastIndexOf('.') + 1)), type);
    }
  }

  private static long number(PyObject cid) {
    return cid instanceof PyChannelId id ? id.number : Numbers.of(cid, "channel");
  }

  @Function(
      value = "create()",
      textSignature = false,
      doc = "channel_create() -> cid\n\nCreate a new cross-interpreter channel and return a unique generated ID.")
  static PyObject create(ThreadState thread) {
    return new PyChannelId(Channels.of(thread).create(), End.BOTH);
  }

  @Function(
      value = "destroy(cid)",
      textSignature = false,
      doc =
          "channel_destroy(cid)\n\nClose and finalize the channel.  Afterward attempts to use the channel\n"
              + "will behave as though it never existed.")
  static void destroy(ThreadState thread, PyObject cid) {
    Channels.of(thread).destroy(number(cid));
  }

  @Function(
      value = "list_all()",
      textSignature = false,
      doc = "channel_list_all() -> [cid]\n\nReturn the list of all IDs for active channels.")
  static PyObject listAll(ThreadState thread) {
    PyList list = new PyList();
    for (long number : Channels.of(thread).numbers()) {
      list.append(new PyChannelId(number, End.BOTH));
    }
    return list;
  }

  @Function(
      value = "list_interpreters(cid, *, send)",
      textSignature = false,
      doc =
          "channel_list_interpreters(cid, *, send) -> [id]\n\n"
              + "Return the list of all interpreter IDs associated with an end of the channel.\n\n"
              + "The 'send' argument should be a boolean indicating whether to use the send or\nreceive end.")
  static PyObject listInterpreters(ThreadState thread, PyObject cid, boolean send) {
    PyList list = new PyList();
    for (long user : Channels.of(thread).users(number(cid), send)) {
      list.append(PyInterpreterId.of(user));
    }
    return list;
  }

  @Function(
      value = "send(cid, obj)",
      textSignature = false,
      doc = "channel_send(cid, obj)\n\nAdd the object's data to the channel's queue.")
  static void send(ThreadState thread, PyObject cid, PyObject obj) {
    long number = number(cid);
    Channels channels = Channels.of(thread);
    channels.users(number, true);
    channels.send(number, thread.interpreter.number, SharedValues.copy(obj));
  }

  @Function(
      value = "recv(cid, default=NULL)",
      textSignature = false,
      doc =
          "channel_recv(cid, [default]) -> obj\n\n"
              + "Return a new object from the data at the front of the channel's queue.\n\n"
              + "If there is nothing to receive then raise ChannelEmptyError, unless\n"
              + "a default value is provided.  In that case return it.")
  static PyObject receive(ThreadState thread, PyObject cid, PyObject otherwise) {
    long number = number(cid);
    PyObject value = Channels.of(thread).receive(number, thread.interpreter.number);
    if (value == null && otherwise == null) {
      throw ChannelErrors.empty(number);
    }
    return value == null ? otherwise : value;
  }

  @Function(
      value = "close(cid, *, send=False, recv=False, force=False)",
      textSignature = false,
      doc =
          "channel_close(cid, *, send=None, recv=None, force=False)\n\nClose the channel for all interpreters.\n\n"
              + "If the channel is empty then the keyword args are ignored and both\n"
              + "ends are immediately closed.  Otherwise, if 'force' is True then\n"
              + "all queued items are released and both ends are immediately\nclosed.\n\n"
              + "If the channel is not empty *and* 'force' is False then following\nhappens:\n\n"
              + " * recv is True (regardless of send):\n   - raise ChannelNotEmptyError\n"
              + " * recv is None and send is None:\n   - raise ChannelNotEmptyError\n"
              + " * send is True and recv is not True:\n   - fully close the 'send' end\n"
              + "   - close the 'recv' end to interpreters not already receiving\n"
              + "   - fully close it once empty\n\n"
              + "Closing an already closed channel results in a ChannelClosedError.\n\n"
              + "Once the channel's ID has no more ref counts in any interpreter\nthe channel will be destroyed.")
  static void close(ThreadState thread, PyObject cid, boolean send, boolean recv, boolean force) {
    Channels.of(thread).close(number(cid), send && !recv, force);
  }

  @Function(
      value = "release(cid, *, send=False, recv=False, force=False)",
      textSignature = false,
      doc =
          "channel_release(cid, *, send=None, recv=None, force=True)\n\n"
              + "Close the channel for the current interpreter.  'send' and 'recv'\n"
              + "(bool) may be used to indicate the ends to close.  By default both\n"
              + "ends are closed.  Closing an already closed end is a noop.")
  static void release(ThreadState thread, PyObject cid, boolean send, boolean recv, boolean force) {
    boolean both = !send && !recv;
    Channels.of(thread).release(number(cid), thread.interpreter.number, send || both, recv || both);
  }

  @Function(value = "_channel_id(id, *, send=NULL, recv=NULL, force=False, _resolve=False)", textSignature = false)
  static PyObject channelId(
      ThreadState thread, PyObject id, PyObject send, PyObject recv, boolean force, boolean resolve) {
    long number = number(id);
    boolean sends = send != null && Objects.isTrue(send);
    boolean receives = recv != null && Objects.isTrue(recv);
    if (send != null && recv != null && !sends && !receives) {
      throw Errors.valueError("'send' and 'recv' cannot both be False");
    }
    if (!force && !Channels.of(thread).has(number)) {
      throw ChannelErrors.notFound(number);
    }
    return new PyChannelId(number, sends == receives ? End.BOTH : sends ? End.SEND : End.RECV);
  }
}
