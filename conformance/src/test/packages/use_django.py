# packages: python3-django python3-sqlparse python3-asgiref python3-tz
"""Django on sqlite3: models, queries, forms, templates, views through its test client; SQL as text."""
import datetime

import django
import sqlparse
from django.conf import settings

settings.configure(DEBUG=True, SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"], USE_TZ=True, TIME_ZONE="UTC", DEFAULT_AUTO_FIELD="django.db.models.AutoField",
                   DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}, INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions"],
                   MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
                   PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
                   TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"page.html": "<h1>{{ title|upper }}</h1>{% for i in items %}{{ forloop.counter }}. {{ i }} {{ i.price|floatformat:1 }}{% empty %}none{% endfor %}{{ form.as_p }}{% url 'one' 7 %} {{ when|date:'D d M Y' }} {{ '<x>' }}"})]}}])
django.setup()
from django import forms
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, models, transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.test import Client
from django.urls import path, reverse


class Shop(models.Model):
    name = models.CharField(max_length=20, unique=True)

    class Meta:
        app_label = "sessions"


class Item(models.Model):
    name = models.CharField(max_length=20)
    price = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    since = models.DateTimeField(default=datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc))
    shop = models.ForeignKey(Shop, models.CASCADE, related_name="items")

    class Meta:
        app_label = "sessions"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        if self.price and self.price < 0:
            raise ValidationError({"price": "below zero"})


class ItemForm(forms.ModelForm):
    class Meta:
        model = Item
        fields = ["name", "price"]


def index(request):
    request.session["seen"] = request.session.get("seen", 0) + 1
    return render(request, "page.html", {"title": "items é", "items": Item.objects.all(), "form": ItemForm(initial={"name": "n"}), "when": datetime.date(2026, 1, 2)})


def one(request, key):
    item = get_object_or_404(Item, pk=key)
    if request.method == "POST":
        form = ItemForm(request.POST, instance=item)
        return JsonResponse({"ok": form.is_valid(), "errors": form.errors, "saved": form.is_valid() and str(form.save().price)})
    return HttpResponse(f"{item} {request.session.get('seen')}", content_type="text/plain")


urlpatterns = [path("", index), path("item/<int:key>/", one, name="one"), path("fail/", lambda request: 1 // 0)]
call_command("migrate", verbosity=0)
with connection.schema_editor() as editor:
    editor.create_model(Shop)
    editor.create_model(Item)
ann, bob = Shop.objects.create(name="Ann"), Shop.objects.create(name="Bob")
Item.objects.bulk_create([Item(name="tea", price="3.50", shop=ann), Item(name="pot", price=12, shop=ann), Item(name="saw", price=None, shop=bob)])
print(list(Item.objects.filter(models.Q(price__gt=3) | models.Q(name__startswith="s")).exclude(name="pot").values_list("name", "price", "shop__name")))
print(list(Shop.objects.annotate(n=models.Count("items"), total=models.Sum("items__price")).order_by("-n").values("name", "n", "total")), Item.objects.aggregate(models.Avg("price"), models.Max("price")))
print(Item.objects.filter(name="pot").update(price=models.F("price") * 2), Item.objects.get(name="pot").price, Shop.objects.prefetch_related("items")[0].items.count(), Item.objects.select_related("shop").first().shop.name)
print(str(Item.objects.filter(since__year=2026, shop__in=Shop.objects.filter(name__icontains="a")).query))
try:
    with transaction.atomic():
        Shop.objects.create(name="Ann")
except django.db.IntegrityError as error:
    print(type(error).__name__, error)
for wrong in (lambda: Item(name="x" * 30, price="a", shop=ann).full_clean(), lambda: Item(name="x", price=-1, shop=ann).full_clean(), lambda: Item.objects.get(pk=99), lambda: Item.objects.filter(nothing=1)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error)[:150])
client = Client(raise_request_exception=False)
for answer in (client.get("/"), client.get("/item/1/"), client.get("/item/9/"), client.post("/item/1/", {"name": "new", "price": "1.5"}), client.post("/item/1/", {"name": "", "price": "x"}), client.get("/item/1"), client.get("/fail/")):
    text = answer.content.decode()
    print(answer.status_code, answer["Content-Type"], text if len(text) < 900 else len(text) > 1000, answer.headers.get("Location"))
print(reverse("one", args=[3]), Item.objects.count(), Shop.objects.all().delete())
print(sqlparse.format("select a, b from t where x = 1 and y in (select z from w) order by a -- c", reindent=True, keyword_case="upper"), [t.ttype for t in sqlparse.parse("select 1")[0].tokens])
