module Tides
  def self.next
    "ebb at six"
  end
end
