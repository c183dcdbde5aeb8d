package matinee.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.room.Rates;

/// The fields of one object of a message, each asked for by name and type. What nobody asked for is
/// not known and refused (WI2). Every method throws [MalformedText], naming the field by its path.
final class Fields {
  private final String path;
  private final Json.Members members;
  private int asked;

  private Fields(String path, Json.Members members) {
    this.path = path;
    this.members = members;
  }

  /// Reads all of `text` as one object.
  static <T> Decoded<T> decode(String text, Function<Fields, T> shape) {
    try {
      return new Decoded.Value<>(read("", JsonReader.read(text), shape));
    } catch (MalformedText malformed) {
      return malformed.asDecoded();
    }
  }

  private static <T> T read(String path, Json json, Function<Fields, T> shape) {
    if (!(json instanceof Json.Members members)) {
      throw MalformedText.in(path, "must be an object");
    }
    var fields = new Fields(path, members);
    try {
      var value = shape.apply(fields);
      fields.refuseUnasked();
      return value;
    } catch (IllegalArgumentException refused) {
      throw new MalformedText(path, String.valueOf(refused.getMessage()));
    }
  }

  private void refuseUnasked() {
    for (int i = 0; i < members.size(); i++) {
      if ((asked & 1 << i) == 0) {
        var name = members.names()[i];
        throw fault(name.isEmpty() ? "\"\"" : name, "is not known here");
      }
    }
  }

  boolean has(String name) {
    return members.indexOf(name) >= 0;
  }

  String text(String name) {
    if (value(name) instanceof Json.Text(var text)) {
      return text;
    }
    throw fault(name, "must be a text");
  }

  double number(String name) {
    if (value(name) instanceof Json.Num number) {
      return number.value();
    }
    throw fault(name, "must be a number");
  }

  boolean flag(String name) {
    var value = value(name);
    if (value != Json.Literal.TRUE && value != Json.Literal.FALSE) {
      throw fault(name, "must be true or false");
    }
    return value == Json.Literal.TRUE;
  }

  /// A flag that is left out while it is false.
  boolean flagIfAny(String name) {
    return has(name) && flag(name);
  }

  /// A [#whole] number, not negative.
  long count(String name) {
    long count = whole(name);
    if (count < 0) {
      throw fault(name, "must not be negative");
    }
    return count;
  }

  /// A whole number that JSON carries exactly, also below zero.
  long whole(String name) {
    if (!(value(name) instanceof Json.Num(long thousandths, boolean whole)) || !whole) {
      throw fault(name, "must be a whole number");
    }
    return thousandths / 1000;
  }

  /// A count from 1 on.
  long revision(String name) {
    long revision = count(name);
    if (revision == 0) {
      throw fault(name, "must be at least 1");
    }
    return revision;
  }

  /// Room time in milliseconds since 1970 (WI4).
  Instant time(String name) {
    return Instant.ofEpochMilli(count(name));
  }

  double rate(String name) {
    double rate = number(name);
    if (!Rates.isAllowed(rate)) {
      throw fault(name, "must be 0.25 to 4");
    }
    return rate;
  }

  MemberId member(String name) {
    var text = text(name);
    return built(name, () -> new MemberId(text));
  }

  CommandId command(String name) {
    var text = text(name);
    return built(name, () -> new CommandId(text));
  }

  String epoch(String name) {
    var epoch = text(name);
    return built(
        name,
        () -> {
          Epochs.check(epoch);
          return epoch;
        });
  }

  <E extends Enum<E>> E oneOf(String name, E[] known) {
    var text = text(name);
    var names = new StringBuilder();
    for (var one : known) {
      if (one.name().equals(text)) {
        return one;
      }
      names.append(names.isEmpty() ? "" : ", ").append(one.name());
    }
    throw fault(name, "must be one of " + names);
  }

  <T> T object(String name, Function<Fields, T> shape) {
    return read(path(path, name), value(name), shape);
  }

  <T> List<T> list(String name, Function<Fields, T> shape) {
    if (!(value(name) instanceof Json.Items(var items))) {
      throw fault(name, "must be a list");
    }
    var values = new ArrayList<T>(items.size());
    for (var item : items) {
      values.add(read(path(path(path, name), "[" + values.size() + "]"), item, shape));
    }
    return values;
  }

  /// A list of the ids of members.
  List<MemberId> members(String name) {
    if (!(value(name) instanceof Json.Items(var items))) {
      throw fault(name, "must be a list");
    }
    var ids = new ArrayList<MemberId>(items.size());
    for (var item : items) {
      var place = path(name, "[" + ids.size() + "]");
      if (!(item instanceof Json.Text(var text))) {
        throw fault(place, "must be a text");
      }
      ids.add(built(place, () -> new MemberId(text)));
    }
    return ids;
  }

  /// What `constructor` makes of the field `name`; its refusal is the fault of that field. A
  /// refusal outside of this is the fault of the object.
  <T> T built(String name, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException refused) {
      throw new MalformedText(path(path, name), String.valueOf(refused.getMessage()));
    }
  }

  MalformedText fault(String name, String what) {
    return MalformedText.in(path(path, name), what);
  }

  /// The path of the field, or list index in brackets, `name` within `parent`.
  static String path(String parent, String name) {
    return parent.isEmpty() || name.isEmpty() || name.charAt(0) == '['
        ? parent + name
        : parent + "." + name;
  }

  private Json value(String name) {
    int index = members.indexOf(name);
    if (index < 0) {
      throw fault(name, "is missing");
    }
    asked |= 1 << index;
    return members.values()[index];
  }
}
