exports.next = () => "12:40";
