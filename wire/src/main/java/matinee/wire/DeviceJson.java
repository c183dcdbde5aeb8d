package matinee.wire;

import matinee.room.Device;

/// A [Device] as the field `companion`, which is left out where somebody watches.
final class DeviceJson {

  private DeviceJson() {}

  static Device read(Fields fields) {
    return fields.flagIfAny("companion") ? Device.COMPANION : Device.SCREEN;
  }

  static void write(JsonWriter json, Device device) {
    switch (device) {
      case SCREEN -> {}
      case COMPANION -> json.field("companion", true);
    }
  }
}
